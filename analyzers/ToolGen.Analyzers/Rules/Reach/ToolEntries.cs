using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules.Reach;

/// <summary>All tools of a project, in the order of its source.</summary>
internal static class ToolEntries
{
    private static readonly string[] Makers = ["Microsoft.Extensions.AI.AIFunctionFactory", "ModelContextProtocol.Server.McpServerTool", "Microsoft.SemanticKernel.KernelFunctionFactory"];

    public static IEnumerable<ToolEntry> Of(Compilation compilation, IEnumerable<INamedTypeSymbol> types, Func<SyntaxTree, SemanticModel> model, CancellationToken cancellation)
    {
        foreach (var method in types.SelectMany(type => type.GetMembers()).OfType<IMethodSymbol>())
            if (method.MethodKind == MethodKind.Ordinary && Entries.IsTool(method)) yield return ToolEntry.Of(method);

        if (!Makers.Any(maker => compilation.GetTypeByMetadataName(maker) is not null)) yield break;
        foreach (var tree in compilation.SyntaxTrees)
            foreach (var call in tree.GetRoot(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>().Where(MayMake))
                if (model(tree).GetOperation(call, cancellation) is IInvocationOperation made && Entries.MakesTool(made))
                    foreach (var function in Entries.FunctionsOf(made)) yield return Made(made, function);
    }

    private static bool MayMake(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => IsCreate(access.Name),
        SimpleNameSyntax name => IsCreate(name),
        _ => false,
    };

    private static bool IsCreate(SimpleNameSyntax name) => name.Identifier.ValueText.StartsWith("Create", StringComparison.Ordinal);

    private static ToolEntry Made(IInvocationOperation call, IOperation function)
    {
        var entry = function is IMethodReferenceOperation { Method: { } method } ? ToolEntry.Of(method) : new(function.Syntax, "lambda", ToolTraits.Any);
        var said = call.Descendants().OfType<ISimpleAssignmentOperation>().Where(one => (one.Value is IConversionOperation given ? given.Operand : one.Value).ConstantValue is { HasValue: true, Value: true })
            .Select(one => (one.Target as IPropertyReferenceOperation)?.Property.Name).ToArray();
        return entry with { Traits = entry.Traits | ToolEntry.Claims(said.Contains) };
    }
}
