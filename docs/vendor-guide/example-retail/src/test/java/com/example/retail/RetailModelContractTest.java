package com.example.retail;

import org.holdfast.api.industry.IndustryModel;
import org.holdfast.testkit.industry.IndustryModelContract;

class RetailModelContractTest extends IndustryModelContract {
    @Override
    protected IndustryModel newModel() {
        return new RetailModel();
    }
}
