using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers;

/// <summary>The semantic models of one compilation, one a file, shared by all rules: to bind a body a second time costs as much as to compile it. Thread-safe.</summary>
internal sealed class Models
{
    private static readonly ConditionalWeakTable<Compilation, Models> Known = new();

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();
    private readonly Compilation compilation;

    private Models(Compilation compilation) => this.compilation = compilation;

    public static Models Of(Compilation compilation) => Known.GetValue(compilation, static one => new(one));

    /// <summary>Takes the model that an operation came from, unless there is one of its file already: what the compiler bound for rules is bound.</summary>
    public void Take(IOperation operation)
    {
        if (operation.SemanticModel is { } model && ReferenceEquals(model.Compilation, this.compilation)) this.models.TryAdd(model.SyntaxTree, model);
    }

    public SemanticModel Of(SyntaxTree tree) =>
#pragma warning disable RS1030 // Bodies of other files are read too: a tool's helpers stand anywhere.
        this.models.GetOrAdd(tree, one => this.compilation.GetSemanticModel(one));
#pragma warning restore RS1030
}
