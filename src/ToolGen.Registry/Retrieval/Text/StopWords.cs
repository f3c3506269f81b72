using System;
using System.Collections.Frozen;

namespace ToolGen.Registry.Retrieval.Text;

/// <summary>Words of English that say nothing of a tool: function words, and those that any request is put in. None is chosen for a catalogue; what is common in one its own counts tell.</summary>
internal static class StopWords
{
    private const string Words = """
        a about above after again against all also am an and any anything are as at be because been before being below between both but by can cannot could did do does doing don down during
        each etc few for from further get give had has have having he help her here hers herself him himself his how i if in into is it its itself just know let like may me might more most must
        my myself need no nor not of off on once only or other ought our ours ourselves out over own per please same shall she should show so some someone something such tell than that the their
        theirs them themselves then there these they this those through to too under until up us use used using very via want was way ways we were what when where which while who whom whose why
        will with would you your yours yourself yourselves able ain aren couldn didn doesn hadn hasn haven isn ll mustn re shan shouldn ve wasn weren won wouldn
        """;

    private static readonly FrozenSet<string> Set = Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Set.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Has(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
