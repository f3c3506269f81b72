using System;
using System.Threading.Tasks;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ToolGen.Forge;

namespace ToolGen.Server.Making;

/// <summary>Tells a client that asked for it which station its spec is at.</summary>
internal sealed class MakeProgress(RequestContext<CallToolRequestParams> request) : IForgeWatcher
{
    private const float Stations = 6;

    private readonly ToldProgress told = new(request, Stations);

    public void Entered(Station station, int index)
    {
        if (index == 0) this.told.Tell((int)station, station.ToString().ToLowerInvariant());
    }

    public void Passed(Station station, int index, ForgedTool tool)
    {
        if (index == 0) this.told.Tell((int)station + 1, $"{station.ToString().ToLowerInvariant()}: {(tool.HasErrors ? "findings" : "passed")}");
    }

    public void Tried(int index, TriedSample sample, int total)
    {
        if (index == 0 && total > 0) this.told.Tell((int)Station.Try + (0.9f * Math.Min(sample.Index + 1, total) / total), $"sample {sample.Index + 1} of {total}");
    }

    /// <summary>Ends when all is sent: nothing follows an answer.</summary>
    public Task DoneAsync() => this.told.DoneAsync();
}
