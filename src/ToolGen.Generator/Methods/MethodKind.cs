using System.Linq;
using ToolGen.Generator.Kinds;

namespace ToolGen.Generator.Methods;

/// <summary>The kind of a method with <c>[Tool]</c>: calls it with the arguments in its own types.</summary>
internal sealed class MethodKind(MethodCall call) : Kind
{
    public override string Word => "method";

    public override KindCode Generate(KindWork work)
    {
        var inputs = new ValueMapper(work, call.Inputs, isRead: true);
        var outputs = new ValueMapper(work, call.Outputs, isRead: false);
        var input = inputs.RecordOf(work.Input);
        var arguments = call.Parameters.Select(parameter => parameter.Expression ?? inputs.Argument(input.Properties.First(property => property.JsonName == parameter.Name), "input", parameter.Use!, parameter.Otherwise));
        var target = $"{call.Target}.{call.Name}({string.Join(", ", arguments)})";
        var model = new MethodCodeModel(
            work.Output.TypeName,
            call.IsAwaited || call.IsStream,
            call.IsStream ? $"var result = await global::ToolGen.Methods.MethodValues.ListAsync({target}, cancellationToken).ConfigureAwait(false);"
                : (call.Result is null ? "" : "var result = ") + (call.IsAwaited ? $"await {target}.ConfigureAwait(false);" : target + ";"),
            this.Return(work, outputs),
            [.. inputs.Members, .. outputs.Members]);
        return new(work.Render("Methods.method.sbn", model), HasScope: false);
    }

    private string Return(KindWork work, ValueMapper outputs)
    {
        if (call.Result is not { } result) return "return new();";
        if (!call.IsWrapped) return $"return {outputs.Map(result, work.Output, "result")};";
        var property = outputs.RecordOf(work.Output).Properties[0];
        return $"return new() {{ {property.Name} = {outputs.Map(result, property.Use, "result")} }};";
    }
}

/// <summary>What <c>method.sbn</c> prints.</summary>
/// <param name="Output">The result's type.</param>
/// <param name="IsAwaited">Whether the call is awaited.</param>
/// <param name="Call">The statement that calls.</param>
/// <param name="Return">The statement that returns.</param>
/// <param name="Mappers">Methods that turn values into other types.</param>
internal sealed record MethodCodeModel(string Output, bool IsAwaited, string Call, string Return, System.Collections.Generic.IReadOnlyList<string> Mappers);
