package quartet.scratch.adapter;

import quartet.contract.kit.EngineTestKit;

class ScratchEngineTest extends EngineTestKit {
    @Override
    protected String engineName() {
        return "scratch";
    }
}
