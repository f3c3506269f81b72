using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Generator.Effects;

/// <summary>
/// Finds what C# of a tool does beyond computing: every use of the contract's effect members, whatever the value is called that they are reached
/// through, with the constant parts of what they are given. The host's guard holds a tool to its capabilities anyway; this tells which ones to ask for.
/// </summary>
public sealed class EffectFinder
{
    private readonly TextValues values;
    private readonly List<FoundEffect> found = [];

    private EffectFinder(TextValues values) => this.values = values;

    /// <summary>The effects of some C#, in its order; each line once.</summary>
    /// <param name="parts">The class declarations of one tool.</param>
    /// <param name="model">Answers the model of a tree.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IReadOnlyList<FoundEffect> Find(IEnumerable<TypeDeclarationSyntax> parts, Func<SyntaxTree, SemanticModel> model, CancellationToken cancellationToken = default)
    {
        var operations = new List<IOperation>();
        foreach (var member in parts.SelectMany(part => part.Members))
        {
            var roots = member is FieldDeclarationSyntax field
                ? field.Declaration.Variables.Select(variable => variable.Initializer).OfType<SyntaxNode>()
                : [member];
            foreach (var root in roots)
                if (model(member.SyntaxTree).GetOperation(root, cancellationToken) is { } operation) operations.AddRange(operation.DescendantsAndSelf());
        }

        return Find(operations, model, cancellationToken);
    }

    /// <summary>The same of operations.</summary>
    internal static IReadOnlyList<FoundEffect> Find(IReadOnlyList<IOperation> operations, Func<SyntaxTree, SemanticModel> model, CancellationToken cancellationToken)
    {
        var finder = new EffectFinder(new TextValues(operations, model));
        foreach (var operation in operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            finder.Visit(operation);
        }

        return finder.found.GroupBy(effect => (effect.Word, effect.Capability?.Text)).Select(group => group.First()).ToArray();
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property: { Name: "Now" or "Random" } property } when IsContract(property, "ToolContext"):
                this.Add(operation, property.Name == "Now" ? "clock" : "random", property.Name == "Now" ? "clock" : "random");
                break;
            case IObjectCreationOperation creation when IsContract(creation.Type, "ToolHttpRequest"):
                this.Request(creation, Given(creation.Arguments, "Method", creation.Initializer), Given(creation.Arguments, "Url", creation.Initializer));
                break;
            case IWithOperation with when IsContract(with.Type, "ToolHttpRequest") && Given([], "Url", with.Initializer) is { Count: > 0 } url:
                this.Request(with, Given([], "Method", with.Initializer), url);
                break;
            case IWithOperation with when IsContract(with.Type, "ToolHttpRequest") && Given([], "Method", with.Initializer).Count > 0:
                this.found.Add(new("http", null, with.Syntax.GetLocation()));
                break;
            case IObjectCreationOperation creation when IsContract(creation.Type, "ToolHttpAuth"):
                this.Named(creation, "secret", Given(creation.Arguments, "Secret", creation.Initializer));
                break;
            case IWithOperation with when IsContract(with.Type, "ToolHttpAuth"):
                if (Given([], "Secret", with.Initializer) is { Count: > 0 } secret) this.Named(with, "secret", secret);
                break;
            case IInvocationOperation call:
                this.Call(call);
                break;
            case IMethodReferenceOperation reference when Word(reference.Method) is { } word:
                // Handed on as a delegate: what it will be called with is not here.
                this.found.Add(new(word, null, reference.Syntax.GetLocation()));
                break;
        }
    }

    private static string? Word(IMethodSymbol method) => method.Name switch
    {
        "Find" or "OpenRead" when IsContract(method, "IToolFiles") => "read",
        "Create" when IsContract(method, "IToolOutputs") => "write",
        "OpenAsync" when IsContract(method, "IToolData") => "sql",
        "CallAsync" when IsContract(method, "IToolCalls") => "tool",
        "HmacSha256" when IsContract(method, "IToolSecrets") => "secret",
        _ => null,
    };

    private void Call(IInvocationOperation call)
    {
        switch (Word(call.TargetMethod))
        {
            case "read" when call.TargetMethod.Name == "Find":
                this.Path(call, "read", this.values.Pattern(Given(call.Arguments, "pattern", null)));
                break;
            case "read" when !IsFoundFile(Given(call.Arguments, "path", null)):
                this.Path(call, "read", this.values.Texts(Given(call.Arguments, "path", null)));
                break;
            case "write":
                this.Path(call, "write", this.values.Texts(Given(call.Arguments, "path", null)));
                break;
            case "sql":
                var mode = Given(call.Arguments, "writes", null).All(value => value.ConstantValue is { HasValue: true, Value: false }) ? "read" : "write";
                this.Named(call, "sql", Given(call.Arguments, "database", null), " " + mode);
                break;
            case "tool":
                this.Named(call, "tool", Given(call.Arguments, "tool", null));
                break;
            case "secret":
                this.Named(call, "secret", Given(call.Arguments, "name", null));
                break;
        }
    }

    // What Find answered is covered by what Find was given.
    private static bool IsFoundFile(IReadOnlyList<IOperation> path) =>
        path.Count == 1 && TextValues.Inner(path[0]) is IPropertyReferenceOperation { Property: { Name: "FullPath" } property } && IsContract(property, "ToolFile");

    private void Request(IOperation at, IReadOnlyList<IOperation> methods, IReadOnlyList<IOperation> urls)
    {
        var verbs = methods.Count == 0 ? null : this.values.Texts(methods);
        foreach (var url in this.values.Texts(urls) ?? [TextValues.Unknown])
        {
            var end = url.IndexOfAny(['?', '#']);
            var address = (end < 0 ? url : url.Substring(0, end)).Replace("*", "%2A").Replace(" ", "%20");
            foreach (var verb in verbs ?? ["*"])
                this.Add(at, "http", HasHost(address) ? $"http {(verb.IndexOf(TextValues.Mark) < 0 ? verb : "*")} {Starred(address)}" : null);
        }
    }

    private static bool HasHost(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        if (start < 0) return false;
        var slash = url.IndexOf('/', start + 3);
        var mark = url.IndexOf(TextValues.Mark);
        return mark < 0 || (slash >= 0 && mark > slash);
    }

    private void Path(IOperation at, string word, IReadOnlyList<string>? paths)
    {
        foreach (var path in paths ?? [TextValues.Unknown])
        {
            var slash = path.IndexOf('/');
            this.Add(at, word, slash > 0 && path.IndexOf(TextValues.Mark, 0, slash) < 0 ? $"{word} {Starred(path).Replace(' ', '*')}" : null);
        }
    }

    private void Named(IOperation at, string word, IReadOnlyList<IOperation> names, string after = "")
    {
        foreach (var name in this.values.Texts(names) ?? [TextValues.Unknown])
            this.Add(at, word, name.IndexOf(TextValues.Mark) < 0 ? $"{word} {name}{after}" : null);
    }

    private void Add(IOperation at, string word, string? line) =>
        this.found.Add(new(word, line is null ? null : Capability.TryParse(line), at.Syntax.GetLocation()));

    // A part that is not constant is one segment, or a part of one: more than that the line that a person writes has to say.
    private static string Starred(string text)
    {
        var starred = text.Replace(TextValues.Mark, '*');
        while (starred.IndexOf("**", StringComparison.Ordinal) >= 0 && text.IndexOf("**", StringComparison.Ordinal) < 0) starred = starred.Replace("**", "*");
        return starred;
    }

    /// <summary>What a parameter or the property of its name is given; both where both are.</summary>
    private static IReadOnlyList<IOperation> Given(IEnumerable<IArgumentOperation> arguments, string name, IObjectOrCollectionInitializerOperation? initializer)
    {
        var given = new List<IOperation>();
        foreach (var argument in arguments)
            if (argument.Parameter?.Name == name) given.Add(argument.Value);
        foreach (var member in initializer?.Initializers ?? [])
            if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment && target.Property.Name == name) given.Add(assignment.Value);
        return given;
    }

    private static bool IsContract(ISymbol? symbol, string type)
    {
        var owner = symbol as ITypeSymbol ?? symbol?.ContainingType;
        return owner is { ContainingType: null, ContainingNamespace: { Name: "ToolGen", ContainingNamespace.IsGlobalNamespace: true } } && owner.Name == type;
    }
}
