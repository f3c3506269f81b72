using System.Collections.Generic;
using System.IO;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Worker.Remote;

/// <summary>Files through the host.</summary>
internal sealed class RemoteFiles(RemoteCall call) : IToolFiles
{
    public IReadOnlyList<ToolFile> Find(FilePattern pattern)
    {
        var reader = call.Ask(EffectKind.FindFiles, frame => FileFields.Write(frame, pattern)).Reader;
        return FileFields.ReadFiles(ref reader);
    }

    public Stream OpenRead(string path) => new RemoteReadStream(call, call.Ask(EffectKind.OpenFile, frame => frame.Text(path)).Reader.Int());

    public IToolOutputs BeginWrite() => new RemoteOutputs(call, call.Ask(EffectKind.BeginOutputs).Reader.Int());
}
