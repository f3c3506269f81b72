using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Rules.Timeouts;

/// <summary>Streams and readers whose other end writes when it likes.</summary>
internal static class Streams
{
    private const int Most = 4;

    /// <summary>Whether a value is one: made, maybe by way of locals, of an answer's body or a connection.</summary>
    public static bool IsRemote(IOperation? value) => value is not null && IsRemote(value, 0);

    private static bool IsRemote(IOperation value, int depth)
    {
        if (depth > Most || value is IInvocationOperation { TargetMethod.ReturnType.SpecialType: SpecialType.System_String }) return false;
        foreach (var one in value.DescendantsAndSelf())
            if (one is IInvocationOperation { TargetMethod.Name: "ReadAsStreamAsync" or "ReadAsStream" or "GetStreamAsync" or "GetStream" or "GetResponseStream" }
                || one is ILocalReferenceOperation { Local: { } local } && Initializer(local, one) is { } made && IsRemote(made, depth + 1)) return true;
        return false;
    }

    private static IOperation? Initializer(ILocalSymbol local, IOperation use) =>
        local.Type.AllInterfaces.Any(one => one.Name == "IDisposable")
            ? TokenUses.Root(use).Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.Symbol, local))?.GetVariableInitializer()?.Value
            : null;
}
