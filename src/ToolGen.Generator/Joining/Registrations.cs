using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Generator.Joining;

/// <summary>A call that gives a stack the tools of a type.</summary>
/// <param name="Call">Such as <c>builder.WithTools&lt;EchoTool&gt;()</c>.</param>
/// <param name="Type">Whose tools; null: of every type of the assembly that is marked.</param>
/// <param name="Method">The method's name.</param>
public sealed record Registration(InvocationExpressionSyntax Call, INamedTypeSymbol? Type, string Method)
{
    /// <summary>Whether it is the kernel's.</summary>
    public bool IsKernels => this.Method.EndsWith("FromType", StringComparison.Ordinal) || this.Method.EndsWith("FromObject", StringComparison.Ordinal);
}

/// <summary>Where a project hands tools to the stacks, in the ways that can be rewritten, and which services it registers. Read once, when a method first asks.</summary>
public sealed class Registrations
{
    private static readonly HashSet<string> OfKernel = ["AddFromType", "AddFromObject", "ImportPluginFromType", "ImportPluginFromObject", "CreateFromType", "CreateFromObject"];

    private readonly HashSet<ISymbol> services = new(SymbolEqualityComparer.Default);
    private readonly List<Registration> all = [];

    private Registrations()
    {
    }

    /// <summary>All that hand over tools.</summary>
    public IReadOnlyList<Registration> All => this.all;

    /// <summary>Reads a project.</summary>
    public static Registrations In(Compilation compilation, CancellationToken cancellationToken)
    {
        var found = new Registrations();
        foreach (var tree in compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (var call in tree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (call.Expression is not MemberAccessExpressionSyntax { Name: { } name } || !MayMatter(name.Identifier.ValueText)) continue;
#pragma warning disable RS1030 // Other files decide whether a method can join; a model is made only of those in which such a call stands.
                model ??= compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
                if (model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method) found.Add(call, method, model, cancellationToken);
            }
        }

        return found;
    }

    /// <summary>Whether a type is registered as a service.</summary>
    public bool HasService(ITypeSymbol type) => this.services.Contains(type) || this.services.Contains(type.OriginalDefinition);

    /// <summary>The calls that hand over the tools of a type.</summary>
    public IReadOnlyList<Registration> Of(INamedTypeSymbol type, bool isKernels, bool isMarked = false) =>
        [.. this.all.Where(one => one.IsKernels == isKernels && (one.Type is null ? isMarked : SymbolEqualityComparer.Default.Equals(one.Type, type)))];

    private static bool MayMatter(string name) =>
        name is "WithTools" or "WithToolsFromAssembly" || OfKernel.Contains(name) || name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("TryAdd", StringComparison.Ordinal);

    private void Add(InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model, CancellationToken cancellationToken)
    {
        var space = method.ContainingNamespace.ToDisplayString();
        var arguments = call.ArgumentList.Arguments;
        if (method.Name == "WithTools" && method.ContainingType.Name == "McpServerBuilderExtensions")
        {
            if (arguments.Count == 0 && method.TypeArguments is [INamedTypeSymbol type]) this.all.Add(new(call, type, method.Name));
        }
        else if (method.Name == "WithToolsFromAssembly" && method.ContainingType.Name == "McpServerBuilderExtensions")
        {
            if (arguments.Count == 0 || (arguments.Count == 1 && IsThisAssembly(arguments[0].Expression, model, cancellationToken))) this.all.Add(new(call, null, method.Name));
        }
        else if (OfKernel.Contains(method.Name) && space == "Microsoft.SemanticKernel")
        {
            var isOfType = method.Name.EndsWith("Type", StringComparison.Ordinal);
            var type = isOfType ? method.TypeArguments.FirstOrDefault() : arguments.Count == 0 ? null : model.GetTypeInfo(arguments[0].Expression, cancellationToken).Type;
            if (type is INamedTypeSymbol named && !method.Parameters.Any(static parameter => parameter.Type.Name == "JsonSerializerOptions") && arguments.Count <= (isOfType ? 1 : 2) && arguments.All(argument => argument.NameColon is null)) this.all.Add(new(call, named, method.Name));
        }
        else if (method.TypeArguments.Length > 0 && !IsOther(method.Name) && method.ReducedFrom is { Parameters: [{ Type.Name: "IServiceCollection" }, ..] })
        {
            this.services.Add(method.TypeArguments[0]);
        }
    }

    // What registers something else than its type argument as a service of that type.
    private static bool IsOther(string name) => name.StartsWith("AddOptions", StringComparison.Ordinal) || name.IndexOf("Keyed", StringComparison.Ordinal) >= 0 || name == "AddHostedService";

    // typeof(X).Assembly and Assembly.GetExecutingAssembly().
    private static bool IsThisAssembly(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) => expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Assembly", Expression: TypeOfExpressionSyntax one } =>
            SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(one.Type, cancellationToken).Type?.ContainingAssembly, model.Compilation.Assembly),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetExecutingAssembly" } } => true,
        _ => false,
    };
}
