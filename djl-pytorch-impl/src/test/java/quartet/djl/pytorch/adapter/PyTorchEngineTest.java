package quartet.djl.pytorch.adapter;

import quartet.contract.kit.EngineTestKit;

class PyTorchEngineTest extends EngineTestKit {
    @Override
    protected String engineName() {
        return "djl-pytorch";
    }
}
