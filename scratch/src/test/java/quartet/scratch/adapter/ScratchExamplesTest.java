package quartet.scratch.adapter;

import quartet.contract.kit.ExampleTestKit;

class ScratchExamplesTest extends ExampleTestKit {
    @Override
    protected String examplePackage() {
        return "quartet.scratch";
    }
}
