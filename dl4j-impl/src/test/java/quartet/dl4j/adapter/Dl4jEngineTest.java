package quartet.dl4j.adapter;

import quartet.contract.kit.EngineTestKit;

class Dl4jEngineTest extends EngineTestKit {
    @Override
    protected String engineName() {
        return "dl4j";
    }
}
