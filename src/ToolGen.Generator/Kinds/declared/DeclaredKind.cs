using ToolGen.Generator.Holes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Declared;

/// <summary>No implementation: the project supplies <c>RunAsync</c> in its own part of the class, or a running server does, which the spec was imported from.</summary>
internal sealed class DeclaredKind : Kind
{
    public override string Word => "declared";

    public override KindCode Generate(KindWork work) =>
        ServerOrigin.Of(work.Spec.Root) is { } origin
            ? new(work.Render("Kinds.declared.served.sbn", new ServedModel(origin.Server, origin.Tool, origin.Fingerprint, work.Output.TypeName, Away(origin))), HasScope: false)
            : Partial(work, work.Spec.NameNode);

    /// <summary>Declares <c>RunAsync</c>; where the project has not written it, the compiler says so at <paramref name="place"/>.</summary>
    public static KindCode Partial(KindWork work, JsonNode place)
    {
        var line = LineDirective.For(work.Spec.Source, place.Span, work.LinePath);
        var model = new DeclaredModel(work.Namespace, work.ClassName, line, work.Output.TypeName);
        return new(work.Render("Kinds.declared.declared.sbn", model), HasScope: false, work.Render("Kinds.declared.stub.sbn", model));
    }

    private static string Away(ServerOrigin origin) => $"the MCP server {origin.Server} is not connected, or says something else of this tool than what was imported";
}

/// <summary>What <c>declared.sbn</c> and <c>stub.sbn</c> print.</summary>
/// <param name="Namespace">Of the tools.</param>
/// <param name="ClassName">Of this one.</param>
/// <param name="Line">Points the compiler at the spec.</param>
/// <param name="Output">The result's type.</param>
internal sealed record DeclaredModel(string Namespace, string ClassName, string Line, string Output);

/// <summary>What <c>served.sbn</c> prints.</summary>
/// <param name="Server">What the application calls the server.</param>
/// <param name="Tool">The server's name of the tool.</param>
/// <param name="Fingerprint">Of what was reviewed.</param>
/// <param name="Output">The result's type.</param>
/// <param name="Message">What a call says while no server is there.</param>
internal sealed record ServedModel(string Server, string Tool, string Fingerprint, string Output, string Message);
