package quartet.djl.tensorflow;

import quartet.contract.kit.ExampleTestKit;

final class TensorFlowExamplesTest extends ExampleTestKit {
    @Override
    protected String examplePackage() {
        return "quartet.djl.tensorflow";
    }
}
