using System;
using System.Collections.Concurrent;
using System.IO;
using System.Reflection;
using System.Threading;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace ToolGen.Generator.Templates;

/// <summary>The templates of this assembly (<c>*.sbn</c>), each parsed once a process. They see a model's properties by their C# names.</summary>
internal sealed class ToolTemplate
{
    private static readonly ConcurrentDictionary<string, ToolTemplate> Parsed = new(StringComparer.Ordinal);
    private static readonly ThreadLocal<TemplateContext> Contexts = new(NewContext);

    private readonly Template template;

    private ToolTemplate(Template template) => this.template = template;

    /// <summary>A template by its resource's last parts, such as <c>Kinds.code.code.sbn</c>.</summary>
    public static ToolTemplate Named(string name) => Parsed.GetOrAdd(name, Load);

    /// <summary>Fills the template; the model's members are its variables' source, under the name <c>m</c>.</summary>
    public string Render(object model, CancellationToken cancellationToken)
    {
        var context = Contexts.Value!;
        context.CancellationToken = cancellationToken;
        var globals = new ScriptObject { ["m"] = model };
        context.PushGlobal(globals);
        try
        {
            return this.template.Render(context);
        }
        finally
        {
            context.PopGlobal();
            context.Reset();
        }
    }

    private static ToolTemplate Load(string name)
    {
        using var stream = typeof(ToolTemplate).Assembly.GetManifestResourceStream("ToolGen.Generator." + name)
            ?? throw new InvalidOperationException($"the template {name} is not embedded");
        using var reader = new StreamReader(stream);
        var template = Template.Parse(reader.ReadToEnd(), name);
        return template.HasErrors ? throw new InvalidOperationException(string.Join("\n", template.Messages)) : new(template);
    }

    private static TemplateContext NewContext()
    {
        // Scriban's own builtins stay out: templates decide nothing, and dates or random numbers would differ from run to run.
        var builtins = new ScriptObject();
        builtins.Import("csharp_literal", new Func<string, string>(CSharpText.Literal));
        return new(builtins)
        {
            LoopLimit = 0,
            LimitToString = 0,
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedTargetAccess = false,
            MemberRenamer = (MemberInfo member) => member.Name,
        };
    }
}
