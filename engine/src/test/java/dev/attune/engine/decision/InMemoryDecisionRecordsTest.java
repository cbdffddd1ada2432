package dev.attune.engine.decision;

class InMemoryDecisionRecordsTest extends DecisionRecordsContract {
  private final DecisionRecords records = new InMemoryDecisionRecords();

  @Override
  protected DecisionRecords records() {
    return records;
  }
}
