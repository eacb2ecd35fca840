package quartet.djl.tensorflow.adapter;

import quartet.contract.kit.EngineTestKit;

final class TensorFlowEngineTest extends EngineTestKit {
    @Override
    protected String engineName() {
        return "djl-tensorflow";
    }
}
