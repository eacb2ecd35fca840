package quartet.djl.tensorflow;

import quartet.contract.EngineTestKit;

final class TensorFlowEngineTest extends EngineTestKit {
    @Override
    protected String engineName() {
        return "djl-tensorflow";
    }
}
