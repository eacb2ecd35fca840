package quartet.djl.pytorch.adapter;

import quartet.contract.kit.ExampleTestKit;

class PyTorchExamplesTest extends ExampleTestKit {
    @Override
    protected String examplePackage() {
        return "quartet.djl.pytorch";
    }
}
