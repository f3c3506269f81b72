using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Methods;

/// <summary>A method with <c>[Tool]</c> → the spec that says the same, and how the method is called.</summary>
internal sealed class MethodReader
{
    /// <summary>The attribute's whole name.</summary>
    public const string Attribute = "ToolGen.ToolAttribute";

    private const string CancellationTokenName = "System.Threading.CancellationToken";

    private readonly IMethodSymbol method;
    private readonly AttributeData? attribute;
    private readonly Compilation compilation;
    private readonly CancellationToken cancellationToken;
    private readonly Location location;
    private readonly IReadOnlyCollection<string> services;
    private readonly List<Finding> findings = [];

    private MethodReader(IMethodSymbol method, AttributeData? attribute, IReadOnlyCollection<string> services, Compilation compilation, CancellationToken cancellationToken)
    {
        this.method = method;
        this.attribute = attribute;
        this.services = services;
        this.compilation = compilation;
        this.cancellationToken = cancellationToken;
        this.location = method.Locations.FirstOrDefault() ?? Location.None;
    }

    /// <summary>Reads one method.</summary>
    public static MethodReading Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        new MethodReader((IMethodSymbol)context.TargetSymbol, context.Attributes[0], [], context.SemanticModel.Compilation, cancellationToken).Read();

    /// <summary>Reads a method that has no <c>[Tool]</c>, as if it had.</summary>
    /// <param name="method">The method.</param>
    /// <param name="name">The name that the tool would have.</param>
    /// <param name="services">Parameters that the host would supply.</param>
    /// <param name="compilation">Where it stands.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static MethodReading Read(IMethodSymbol method, string name, IReadOnlyCollection<string> services, Compilation compilation, CancellationToken cancellationToken) =>
        new MethodReader(method, null, services, compilation, cancellationToken).Read(name);

    /// <summary>Whether <c>new T()</c> makes an instance.</summary>
    public static bool CanBeMade(INamedTypeSymbol type, Compilation compilation) => !type.IsAbstract
        && type.InstanceConstructors.Any(one => one.Parameters.Length == 0 && compilation.IsSymbolAccessibleWithin(one, compilation.Assembly))
        && !type.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });

    private MethodReading Read(string? given = null)
    {
        var name = given ?? Attributes.Named(this.attribute, "Name") as string ?? MethodName.ToolOf(this.method.Name);
        var key = this.method.ToDisplayString();
        var place = this.PlaceOf(this.location);
        var model = this.Model(name, key);
        return new(name, key, this.findings.Any(finding => finding.Severity == FindingSeverity.Error) ? null : model, place, this.findings.ToEquatableArray());
    }

    private MethodModel? Model(string name, string key)
    {
        if (!this.CanBeCalled()) return null;
        var docs = DocText.Of(this.method, this.cancellationToken);
        var inputs = new TypeReader(this.compilation, isRead: true, this.cancellationToken);
        var parameters = new List<MethodParameter>();
        foreach (var parameter in this.method.Parameters)
        {
            if (this.Parameter(parameter, docs, inputs) is not { } read) return null;
            parameters.Add(read);
        }

        foreach (var unsaid in inputs.Unsaid.Distinct()) this.Add(FindingCatalog.MethodUnchecked, this.location, unsaid);
        var outputs = new TypeReader(this.compilation, isRead: false, this.cancellationToken);
        var (type, isAwaited, isStream) = this.ResultType();
        var result = type is null ? null : outputs.Use(type);
        if (type is not null && result is null)
        {
            this.Add(FindingCatalog.MethodResult, this.location, outputs.Problem ?? type.ToDisplayString());
            return null;
        }

        if (isStream) result = new(new SequenceType("", false, result!, false, null), false);
        var isWrapped = result is not (null or { Type: ObjectType, IsNullable: false });
        var call = new MethodCall(this.Target(), "@" + this.method.Name, parameters.ToEquatableArray(), result, isAwaited, isStream, isWrapped, inputs.Shapes, outputs.Shapes);
        return new(key, this.Spec(name, docs, call), call);
    }

    private bool CanBeCalled()
    {
        var problem =
            this.method.MethodKind is not (Microsoft.CodeAnalysis.MethodKind.Ordinary or Microsoft.CodeAnalysis.MethodKind.ExplicitInterfaceImplementation) ? "it is no method of a type"
            : this.method.MethodKind == Microsoft.CodeAnalysis.MethodKind.ExplicitInterfaceImplementation ? "only its interface can reach it"
            : this.method is { IsAsync: true, ReturnsVoid: true } ? "it is `async void`: nothing can wait for it, and an error in it ends the process; let it return a Task"
            : this.method.IsGenericMethod ? "it is generic"
            : this.method.ContainingType is { IsGenericType: true } ? "its type is generic"
            : this.method.IsAbstract ? "it is abstract"
            : this.method.ContainingType.IsFileLocal || !this.compilation.IsSymbolAccessibleWithin(this.method, this.compilation.Assembly) ? "generated code cannot reach it: make it and its type internal or public"
            : this.method.ReturnsByRef || this.method.ReturnsByRefReadonly || this.method.ReturnType.IsRefLikeType ? "it returns a reference"
            : !this.method.IsStatic && this.method.ContainingType.IsValueType ? "it is an instance method of a struct"
            : null;
        if (problem is null) return true;
        this.Add(FindingCatalog.MethodNotCallable, this.location, this.method.Name, problem);
        return false;
    }

    private MethodParameter? Parameter(IParameterSymbol parameter, DocText docs, TypeReader types)
    {
        if (parameter.RefKind is RefKind.Ref or RefKind.Out || parameter.Type.IsRefLikeType || parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
        {
            this.AddParameter(parameter, "it is passed by reference");
            return null;
        }

        if (this.Supplied(parameter) is { } expression) return new(parameter.Name, expression, null, null);
        types.Unsaid.AddRange(Keywords.Unsaid(parameter));
        var keywords = Keywords.Of([parameter], parameter.Type, docs.Parameter(parameter.Name), ParameterDefault.Of(parameter));
        if (types.Use(parameter.Type, keywords) is { } use) return new(parameter.Name, null, use, ParameterDefault.Otherwise(parameter, use));
        this.AddParameter(parameter, types.Problem ?? parameter.Type.ToDisplayString());
        return null;
    }

    /// <summary>What the host gives and no caller can: the token, the context, services.</summary>
    private string? Supplied(IParameterSymbol parameter)
    {
        var type = TypeReader.NameOf(parameter.Type);
        switch (parameter.Type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.None)))
        {
            case CancellationTokenName:
                return "cancellationToken";
            case "ToolGen.ToolContext":
                return "context";
            case "System.IServiceProvider":
                return $"global::ToolGen.Methods.MethodValues.Found<{type}>(context.Services)";
        }

        if (Attributes.Find(parameter, "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute") is { ConstructorArguments: [var key] })
            return $"global::ToolGen.Methods.MethodValues.Found<{type}>((context.Services as global::Microsoft.Extensions.DependencyInjection.IKeyedServiceProvider)?.GetKeyedService(typeof({type}), {Microsoft.CodeAnalysis.CSharp.TypedConstantExtensions.ToCSharpString(key)}))";
        if (!this.services.Contains(parameter.Name) && Attributes.Find(parameter, "ToolGen.FromServicesAttribute") is null && Attributes.Find(parameter, "Microsoft.AspNetCore.Mvc.FromServicesAttribute") is null) return null;
        return parameter.NullableAnnotation == NullableAnnotation.Annotated || parameter.HasExplicitDefaultValue
            ? $"global::ToolGen.Methods.MethodValues.ServiceOrNull<{type}>(context)"
            : $"global::ToolGen.Methods.MethodValues.Service<{type}>(context)";
    }

    private (ITypeSymbol? Type, bool IsAwaited, bool IsStream) ResultType()
    {
        var type = this.method.ReturnType;
        if (type.SpecialType == SpecialType.System_Void) return (null, false, false);
        if (type is not INamedTypeSymbol named) return (type, false, false);
        return named.OriginalDefinition.ToDisplayString() switch
        {
            "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" => (null, true, false),
            "System.Threading.Tasks.Task<TResult>" or "System.Threading.Tasks.ValueTask<TResult>" => (named.TypeArguments[0], true, false),
            "System.Collections.Generic.IAsyncEnumerable<T>" => (named.TypeArguments[0], false, true),
            _ => (type, false, false),
        };
    }

    /// <summary>An instance comes from the services; one of a type that needs nothing is made where they have none.</summary>
    private string Target()
    {
        var type = TypeReader.NameOf(this.method.ContainingType);
        if (this.method.IsStatic) return type;
        return CanBeMade(this.method.ContainingType, this.compilation) ? $"(global::ToolGen.Methods.MethodValues.ServiceOrNull<{type}>(context) ?? new {type}())" : $"global::ToolGen.Methods.MethodValues.Service<{type}>(context)";
    }

    private string Spec(string name, DocText docs, MethodCall call)
    {
        var described = Attributes.Find(this.method, "System.ComponentModel.DescriptionAttribute") is { } attribute ? Attributes.Text(attribute, 0) : null;
        var description = Attributes.Named(this.attribute, "Description") as string ?? described ?? docs.Summary;
        if (description.Trim().Length == 0)
        {
            this.Add(FindingCatalog.MethodUndescribed, this.location, this.method.Name);
            description = name.Replace('_', ' ');
        }

        var json = new StringBuilder("{\"name\":").Append(JsonWriter.Quote(name)).Append(",\"description\":").Append(JsonWriter.Quote(description));
        var called = Attributes.Find(this.method, "System.ComponentModel.DisplayNameAttribute") is { } display ? Attributes.Text(display, 0) : null;
        if ((Attributes.Named(this.attribute, "Title") as string ?? called) is { } title) json.Append(",\"title\":").Append(JsonWriter.Quote(title));
        if (Attributes.Named(this.attribute, "Version") is string version) json.Append(",\"version\":").Append(JsonWriter.Quote(version));
        json.Append(",\"inputSchema\":").Append(new SchemaText(call.Inputs).Arguments(call.Parameters.Where(parameter => parameter.Use is not null)));
        json.Append(",\"outputSchema\":").Append(new SchemaText(call.Outputs).Result(call.Result, call.IsWrapped));
        (string Word, string Property)[] hints = [("readOnlyHint", "ReadOnly"), ("destructiveHint", "Destructive"), ("idempotentHint", "Idempotent"), ("openWorldHint", "OpenWorld")];
        var written = hints.Where(hint => Attributes.Named(this.attribute, hint.Property) is bool).Select(hint => $"\"{hint.Word}\":{(Attributes.Named(this.attribute, hint.Property) is true ? "true" : "false")}").ToArray();
        if (written.Length > 0) json.Append(",\"annotations\":{").Append(string.Join(",", written)).Append('}');
        var capabilities = Attributes.Elements(this.attribute, "Capabilities").OfType<string>().Select(JsonWriter.Quote).ToArray();
        if (capabilities.Length > 0) json.Append(",\"capabilities\":[").Append(string.Join(",", capabilities)).Append(']');
        if (Attributes.Named(this.attribute, "TimeoutSeconds") is int seconds and > 0)
            json.Append(",\"limits\":{\"timeout\":\"").Append(seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append("s\"}");
        if (new MethodExamples(this.method, this.AddExample).Text is { Length: > 0 } examples) json.Append(",\"examples\":[").Append(examples).Append(']');
        return json.Append('}').ToString();
    }

    private void AddParameter(IParameterSymbol parameter, string why) =>
        this.Add(FindingCatalog.MethodParameter, parameter.Locations.FirstOrDefault() ?? this.location, parameter.Name, why);

    private void AddExample(AttributeData example, string why) => this.Add(
        FindingCatalog.MethodExample, example.ApplicationSyntaxReference is { } syntax ? syntax.SyntaxTree.GetLocation(syntax.Span) : this.location, why);

    private void Add(FindingDescriptor descriptor, Location at, params string[] arguments) =>
        this.findings.Add(new(descriptor, this.PlaceOf(at), new(arguments)));

    private Place PlaceOf(Location at)
    {
        var span = at.GetLineSpan();
        return new(span.Path ?? "", new(at.SourceSpan.Start, at.SourceSpan.Length), new(span.StartLinePosition.Line, span.StartLinePosition.Character), new(span.EndLinePosition.Line, span.EndLinePosition.Character));
    }
}
