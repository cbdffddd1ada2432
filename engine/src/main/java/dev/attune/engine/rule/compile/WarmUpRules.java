package dev.attune.engine.rule.compile;

import java.util.Map;

/** Rules of every shape, on the facts that need no vocabulary; only ever built. */
final class WarmUpRules {
  static final String NAME = "warmup";

  private static final int TIMES = 5;
  private static final String HEAD =
      """
      package warmup

      import dev.attune.engine.fact.*
      global dev.attune.engine.action.Decisions decisions
      """;
  private static final String RULES =
      """

      rule "counts %1$d"
      when
          Activity( event == "made", $made : count, last7Days >= %1$d )
          Activity( event == "used", count < $made || daysSinceLast > 3 )
          not Segment( name == "focus" )
      then
          decisions.nudge( "count" ).because( "has made " + $made ).with( "made", $made ).weight( 1.5 );
      end

      rule "items %1$d"
      when
          $item : Item( kind in ( "draft", "note" ), state == "open", hoursIdle * 2 > %1$d, $title : title )
          exists Feature( name == "tone", !adopted, missedOpportunities >= 3 )
          accumulate( Item( kind == "draft", $id : id ); $open : count( $id ); $open >= 2 )
      then
          decisions.message( "item" ).because( "left " + $title ).about( $item );
      end

      rule "group %1$d"
      when
          ( Segment( name == "team" ) or Exposure( action == "tip", dismissed < %1$d ) )
          accumulate( Activity( last7Days >= 1, $times : count ); $all : sum( $times ); $all > 30 )
      then
          insertLogical( new Segment( "busy" ) );
      end
      """;

  private WarmUpRules() {}

  static RuleSources sources() {
    StringBuilder drl = new StringBuilder(HEAD);
    for (int i = 1; i <= TIMES; i++) drl.append(RULES.formatted(i));
    return new RuleSources(NAME, Map.of("warmup/rules.drl", drl.toString()));
  }
}
