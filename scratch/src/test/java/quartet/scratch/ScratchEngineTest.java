package quartet.scratch;

import quartet.contract.EngineTestKit;

class ScratchEngineTest extends EngineTestKit {
    @Override
    protected String engineName() {
        return "scratch";
    }
}
