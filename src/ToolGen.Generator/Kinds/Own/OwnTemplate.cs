using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;
using Scriban;
using Scriban.Runtime;
using ToolGen.Generator.Holes;
using ToolGen.Generator.Templates;

namespace ToolGen.Generator.Kinds.Own;

/// <summary>A template of the project. It is trusted like the project's C#; its limits keep a mistake from hanging the IDE.</summary>
internal static class OwnTemplate
{
    private const int LoopLimit = 1_000_000;
    private const int LengthLimit = 1 << 20;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);
    private static readonly ConcurrentDictionary<string, Template> Parsed = new(StringComparer.Ordinal);

    /// <summary>Fills it; null with the problem where that cannot be done.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="model">Variables under the name <c>m</c>: <c>Name ClassName Input Output Fields</c>.</param>
    /// <param name="holes">The marks that the template may print.</param>
    /// <param name="problem">Where and what, such as <c>graphql.tool.sbn(3,4) : error : …</c>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static string? Render(OwnKindDefinition kind, IReadOnlyDictionary<string, object?> model, HoleTable holes, out string? problem, CancellationToken cancellationToken)
    {
        if (Parsed.Count > 64) Parsed.Clear();
        var file = kind.Name + OwnKindDefinition.TemplateExtension;
        var template = Parsed.GetOrAdd(file + "\n" + kind.Template, _ => Template.Parse(kind.Template, file));
        problem = template.HasErrors ? template.Messages[0].ToString() : null;
        if (problem is not null) return null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        try
        {
            var context = NewContext(limit.Token);
            var globals = new ScriptObject { ["m"] = Objects(model) };
            context.PushGlobal(globals);
            var text = template.Render(context);
            problem = text.Length > LengthLimit ? $"{file}: makes more than {LengthLimit} characters"
                : holes.IsWhole(text) ? null : $"{file}: prints a piece of a field";
            if (problem is null) return text;
        }
        catch (Exception e) when (e is Scriban.Syntax.ScriptRuntimeException or OperationCanceledException or OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            problem = limit.IsCancellationRequested ? $"{file}: ran longer than {TimeLimit.TotalSeconds} s" : e.Message;
        }

        return null;
    }

    private static ScriptObject Objects(IReadOnlyDictionary<string, object?> members)
    {
        var made = new ScriptObject();
        foreach (var member in members) made[member.Key] = member.Value is IReadOnlyDictionary<string, object?> inner ? Objects(inner) : member.Value;
        return made;
    }

    private static TemplateContext NewContext(CancellationToken cancellationToken)
    {
        var builtins = new ScriptObject();
        builtins.Import("csharp_literal", new Func<string, string>(CSharpText.Literal));
        builtins.Import("equals", new Func<OwnField?, string, bool>(static (field, text) => field?.Text == text));
        builtins.Import("pascal", new Func<string, string>(Types.CSharpNames.Pascal));
        return new(builtins)
        {
            LoopLimit = LoopLimit,
            // One more than allowed: what is cut off is too long anyway.
            LimitToString = LengthLimit + 1,
            RecursiveLimit = 100,
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedTargetAccess = false,
            MemberRenamer = (MemberInfo member) => member.Name,
            CancellationToken = cancellationToken,
        };
    }
}
