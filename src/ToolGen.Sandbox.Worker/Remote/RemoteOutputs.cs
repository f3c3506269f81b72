using System;
using System.Collections.Generic;
using System.IO;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Worker.Remote;

/// <summary>A set of outputs on the host's side.</summary>
internal sealed class RemoteOutputs(RemoteCall call, int handle) : IToolOutputs
{
    private readonly List<RemoteWriteStream> streams = [];
    private bool isClosed;

    public Stream Create(string path, bool replace = true)
    {
        ObjectDisposedException.ThrowIf(this.isClosed, this);
        var stream = new RemoteWriteStream(call, call.Ask(EffectKind.CreateOutput, frame => frame.Int(handle).Text(path).Bool(replace)).Reader.Int());
        this.streams.Add(stream);
        return stream;
    }

    public void Commit()
    {
        ObjectDisposedException.ThrowIf(this.isClosed, this);
        foreach (var stream in this.streams) stream.Dispose();
        call.Ask(EffectKind.CommitOutputs, frame => frame.Int(handle));
    }

    public void Dispose()
    {
        if (this.isClosed) return;
        this.isClosed = true;
        call.Ask(EffectKind.CloseOutputs, frame => frame.Int(handle));
    }
}
