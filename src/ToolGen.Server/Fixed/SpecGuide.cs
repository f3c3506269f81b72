using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Protocol;
using ToolGen.Server.Answers;
using ToolGen.Server.Guide;

namespace ToolGen.Server.Fixed;

/// <summary><c>spec_guide</c>: how a spec is written.</summary>
internal sealed class SpecGuide(ToolServer server) : FixedTool(
    server,
    "spec_guide",
    "How to write the spec of a tool, about 1,200 tokens, with one whole example of a kind. Read it before the first spec. Kinds: transform for text and data, file, http, sql, compose for other tools in a row, code for anything else that computes. here: what folders, databases and servers are bound.",
    """
    {"type":"object","properties":{"kind":{"type":"string","enum":["transform","file","http","sql","compose","code"]},"here":{"type":"boolean","default":false}},"additionalProperties":false}
    """,
    Reads)
{
    protected override ValueTask<CallToolResult> RunAsync(FixedRequest request, CancellationToken cancellationToken)
    {
        var guide = ServerGuide.Of(request.Text("kind"));
        return new(Answer.Text(request.Flag("here") ? $"{guide}\nBound on this server\n{ServerGuide.Here(this.Server.Options.Grants)}" : guide));
    }
}
