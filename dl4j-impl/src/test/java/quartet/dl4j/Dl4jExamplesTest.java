package quartet.dl4j;

import quartet.contract.kit.ExampleTestKit;

class Dl4jExamplesTest extends ExampleTestKit {
    @Override
    protected String examplePackage() {
        return "quartet.dl4j";
    }
}
