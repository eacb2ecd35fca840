package quartet.djl.pytorch;

import quartet.contract.EngineTestKit;

class PyTorchEngineTest extends EngineTestKit {
    @Override
    protected String engineName() {
        return "djl-pytorch";
    }
}
