using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ToolGen.Generator.Methods;
using ToolGen.Generator.Pipeline;
using ToolGen.Generator.Templates;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Joining;

/// <summary>Methods of other stacks → what they would be with <c>[Tool]</c>, or why they stay as they are.</summary>
/// <param name="stacks">What the project references.</param>
/// <param name="cancellationToken">Ends the work.</param>
public sealed class JoinReader(Stacks stacks, CancellationToken cancellationToken)
{
    private static readonly HashSet<string> Hints = ["Title", "ReadOnly", "Destructive", "Idempotent", "OpenWorld"];

    // What Semantic Kernel fills in by type.
    private static readonly HashSet<string> OfKernel = ["System.IServiceProvider", "System.Globalization.CultureInfo", "System.IFormatProvider", "Microsoft.Extensions.Logging.ILogger", "Microsoft.Extensions.Logging.ILoggerFactory"];

    private readonly Registrations registrations = stacks.RegistrationsOf(cancellationToken);

    /// <summary>The tools of an MCP server that a type has; empty where it has none, or all have joined.</summary>
    public IReadOnlyList<JoinCandidate> Mcp(INamedTypeSymbol type)
    {
        var isMarked = StackNames.Find(type, stacks.McpToolType) is not null;
        var calls = this.registrations.Of(type, isKernels: false, isMarked);
        var problem = !stacks.HasMcpAdapter ? "the project does not reference the package ToolGen.Mcp"
            : calls.Count == 0 ? $"no `WithTools<{type.Name}>()` or `WithToolsFromAssembly()` without further arguments hands it to a server in this project"
            : null;
        return [.. Own(type, stacks.McpTool).Select(pair => this.Mcp(pair.Method, pair.Attribute, problem))];
    }

    /// <summary>The functions of a plugin. A plugin joins as a whole, since a kernel has one of a name.</summary>
    public IReadOnlyList<JoinCandidate> Kernel(INamedTypeSymbol type)
    {
        var calls = this.registrations.Of(type, isKernels: true);
        var problem = !stacks.HasFunctionAdapter ? "the project does not reference the package ToolGen.Extensions.AI"
            : calls.Count == 0 ? $"no `AddFromType<{type.Name}>()` or `AddFromObject` with no more than the plugin's name hands it to a kernel in this project"
            : type is { IsStatic: false } && !this.CanBeMade(type) && calls.Any(call => call.Method.EndsWith("Type", System.StringComparison.Ordinal)) ? $"the kernel makes `{type.Name}` from its services: hand it over with `AddFromObject`"
            : null;
        var all = Own(type, stacks.KernelFunction).Select(pair => this.Kernel(pair.Method, pair.Attribute, problem)).ToArray();
        var twice = all.GroupBy(one => one.Name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) return [.. all.Select(one => one with { Problem = one.Problem ?? $"two functions of the plugin are named `{twice.Key}`" })];
        return all.FirstOrDefault(one => one.Problem is not null) is { } first && problem is null
            ? [.. all.Select(one => one with { Problem = one.Problem ?? $"`{first.Method.Name}` of the same plugin stays: {first.Problem}" })]
            : all;
    }

    /// <summary>A method that <c>AIFunctionFactory.Create</c> is given.</summary>
    /// <param name="method">The method.</param>
    /// <param name="name">The name that the call says; null: none.</param>
    /// <param name="description">What the call says of it; null: nothing.</param>
    public JoinCandidate Function(IMethodSymbol method, string? name, string? description)
    {
        name ??= Attributes.Find(method, "System.ComponentModel.DisplayNameAttribute") is { } display && Attributes.Text(display, 0) is { } shown ? shown : StackNames.WithoutAsync(method);
        var problem = !stacks.HasFunctionAdapter ? "the project does not reference the package ToolGen.Extensions.AI"
            : method.MethodKind == Microsoft.CodeAnalysis.MethodKind.LocalFunction ? "a function inside a method is no method of a type: move it into one"
            : method.Locations.All(place => !place.IsInSource) ? "it is a method of another assembly"
            : null;
        var arguments = description is null ? [] : new[] { $"Description = {CSharpText.Literal(description)}" };
        return this.Read(method, name, arguments, [], problem);
    }

    private static IEnumerable<(IMethodSymbol Method, AttributeData Attribute)> Own(INamedTypeSymbol type, INamedTypeSymbol? attribute) =>
        from method in type.GetMembers().OfType<IMethodSymbol>()
        let found = StackNames.Find(method, attribute)
        where found is not null && !StackNames.IsTool(method)
        select (method, found);

    // Where there are more ways to make it, the stack's own choice may be another.
    private bool CanBeMade(INamedTypeSymbol type) => type.InstanceConstructors.Count(static one => one.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal) == 1 && MethodReader.CanBeMade(type, stacks.Compilation);

    private JoinCandidate Mcp(IMethodSymbol method, AttributeData attribute, string? problem)
    {
        var arguments = new List<string>();
        string? name = null;
        foreach (var (key, value) in attribute.NamedArguments.Select(one => (one.Key, one.Value)))
        {
            if (key == "Name") name = value.Value as string;
            else if (Hints.Contains(key)) arguments.Add($"{key} = {(value.Value is string text ? CSharpText.Literal(text) : value.Value is true ? "true" : "false")}");
            else if (key != "UseStructuredContent") problem ??= $"`{key}` of [McpServerTool] has no counterpart in [Tool]";
        }

        if (Attributes.Find(method, "ModelContextProtocol.Server.McpMetaAttribute") is not null) problem ??= "[McpMeta] has no counterpart in [Tool]";
        var services = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            if (StackNames.OwnType(parameter.Type) is not null || parameter.Type.OriginalDefinition.ToDisplayString() is "System.IProgress<T>" or "System.Security.Claims.ClaimsPrincipal")
                problem ??= $"only the MCP SDK supplies its parameter `{parameter.Name}` ({parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)})";
            else if (this.IsService(parameter))
                services.Add(parameter.Name);
        }

        if (!method.IsStatic && !this.registrations.HasService(method.ContainingType))
        {
            if (!this.CanBeMade(method.ContainingType)) problem ??= $"`{method.ContainingType.Name}` is not made by `new {method.ContainingType.Name}()` alone: register it (`AddTransient<{method.ContainingType.Name}>()`)";
            else if (method.ContainingType.AllInterfaces.Any(static one => one.Name is "IDisposable" or "IAsyncDisposable"))
                problem ??= $"`{method.ContainingType.Name}` is disposed after each call: register it, and its services do so (`AddTransient<{method.ContainingType.Name}>()`)";
        }

        return this.Read(method, name ?? StackNames.OfMcp(method), arguments, services, problem);
    }

    private JoinCandidate Kernel(IMethodSymbol method, AttributeData attribute, string? problem)
    {
        var name = Attributes.Text(attribute, 0)?.Trim() is { Length: > 0 } said ? said : StackNames.WithoutAsync(method);
        var supplied = method.Parameters.FirstOrDefault(parameter =>
            StackNames.OwnType(parameter.Type) is not null || OfKernel.Contains(parameter.Type.ToDisplayString(NullableFlowState.None)) || Attributes.Find(parameter, "Microsoft.SemanticKernel.FromKernelServicesAttribute") is not null);
        if (supplied is not null) problem ??= $"only Semantic Kernel supplies its parameter `{supplied.Name}` ({supplied.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)})";
        return this.Read(method, name, [], [], problem);
    }

    // The MCP SDK takes from the services what is registered there; what no JSON has a value for can come from nowhere else.
    private bool IsService(IParameterSymbol parameter) =>
        parameter.Type.IsReferenceType && !parameter.GetAttributes().Any(one => one.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute") && parameter.Type.SpecialType == SpecialType.None && parameter.Type.ToDisplayString(NullableFlowState.None) is not ("System.IServiceProvider" or "ToolGen.ToolContext")
        && (this.registrations.HasService(parameter.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)) || new TypeReader(stacks.Compilation, isRead: true, cancellationToken).Use(parameter.Type) is null);

    private JoinCandidate Read(IMethodSymbol method, string name, IEnumerable<string> arguments, IReadOnlyList<string> services, string? problem)
    {
        if (StackNames.OwnType(method.ReturnType) is { } own) problem ??= $"its result is a `{own.Name}`, which is no data of its own: return a text or a record";
        if (stacks.HasTool(name)) problem ??= $"the catalog has a tool `{name}` already";
        problem ??= this.ProblemOf(method, name, services);
        IReadOnlyList<string> all = name == MethodName.ToolOf(method.Name) ? [.. arguments] : [$"Name = {CSharpText.Literal(name)}", .. arguments];
        return new(method, name, all, services, problem);
    }

    // What the generator would say of the method with [Tool].
    private string? ProblemOf(IMethodSymbol method, string name, IReadOnlyList<string> services)
    {
        var reading = MethodReader.Read(method, name, services, stacks.Compilation, cancellationToken);
        var findings = reading.Model is { } model ? MethodTool.Generate(model, new("Tools", default), cancellationToken).Tool.Findings : reading.Findings;
        return findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Error)?.Message;
    }
}
