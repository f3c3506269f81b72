using System.Collections.Generic;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Compose;

/// <summary>Gates the C# of one composite, and notes which names it uses: a step that nobody uses is worth a finding.</summary>
internal sealed class ComposeCode(KindWork work, DeclarativeNames names) : DeclarativeCode(work, names)
{
    private readonly HashSet<string> used = [];

    /// <summary>The names of the scope that some expression uses.</summary>
    public IReadOnlyCollection<string> UsedNames => this.used;

    /// <summary>Notes a name that is used without an expression.</summary>
    public void Use(string name) => this.used.Add(name);

    /// <inheritdoc/>
    public override GatedExpression? Gate(SpecText text, ExpressionScope scope, int? length = null)
    {
        var gated = base.Gate(text, scope, length);
        this.used.UnionWith(gated?.RootNames ?? []);
        return gated;
    }
}
