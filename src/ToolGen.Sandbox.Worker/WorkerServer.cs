using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Protocol;
using ToolGen.Sandbox.Worker.Hardening;
using ToolGen.Sandbox.Worker.Remote;

namespace ToolGen.Sandbox.Worker;

/// <summary>Says hello, loads one assembly, runs its calls one after the other. Ends with its host.</summary>
internal sealed class WorkerServer(HostLink link)
{
    private ToolImage? image;
    private RemoteCall? running;

    /// <summary>Reads what the host says, on this thread alone: tools may hold all others.</summary>
    public void Run(Stream input)
    {
        link.Send(new FrameWriter(FrameKind.Hello).Int(FrameLimits.Protocol).End());
        Rehearsal.Run(link);
        while (FrameSource.Next(input) is { } frame) this.Take(frame.Kind, frame.Fields);

        // No handler that a tool left behind is to keep the process.
        Confinement.End();
    }

    private void Take(FrameKind kind, byte[] fields)
    {
        var reader = new FrameReader(fields);
        switch (kind)
        {
            case FrameKind.Answer:
                link.Take(fields);
                break;
            case FrameKind.Bind:
                this.Bind(reader.Bytes().ToArray(), Libraries(ref reader));
                break;
            case FrameKind.Call:
                this.Begin(reader.Int(), reader.Text(), reader.Int(), reader.Bytes().ToArray());
                break;
            case FrameKind.Cancel:
                if (this.running is { } call && call.Id == reader.Int()) call.Cancel();
                break;
        }
    }

    private static Dictionary<string, byte[]> Libraries(ref FrameReader reader)
    {
        var libraries = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        for (var left = reader.Int(); left > 0; left--) libraries.Add(reader.Text(), reader.Bytes().ToArray());
        return libraries;
    }

    private void Bind(byte[] bytes, Dictionary<string, byte[]> libraries)
    {
        string? fault = null;
        try
        {
            this.image = this.image is null ? new(bytes, libraries) : throw new InvalidOperationException("a worker is bound once");
            Confinement.ApplyForTools();
        }
        catch (Exception e)
        {
            fault = e.Message;
        }

        link.Send(new FrameWriter(FrameKind.Bound).OptionalText(ResultFields.Cut(fault, 2_000)).End());
    }

    private void Begin(int id, string typeName, int variant, byte[] arguments)
    {
        var call = new RemoteCall(link, id);
        if (this.image?.Switch(variant) == false) typeName = "";
        this.running = call;
        ThreadPool.UnsafeQueueUserWorkItem(static state => _ = state.Server.RunAsync(state.Call, state.TypeName, state.Arguments), (Server: this, Call: call, TypeName: typeName, Arguments: arguments), preferLocal: false);
    }

    private async Task RunAsync(RemoteCall call, string typeName, byte[] arguments)
    {
        var result = await this.ResultAsync(call, typeName, arguments).ConfigureAwait(false);
        call.End();
        var frame = new FrameWriter(FrameKind.Result, result.Output.Length + 64).Int(call.Id);
        ResultFields.Write(frame, result);
        link.Send(frame.End());
    }

    private async Task<ToolResult> ResultAsync(RemoteCall call, string typeName, byte[] arguments)
    {
        try
        {
            if (this.image?.Find(typeName) is not { } tool) return Failure(ToolErrorCodes.NotFound, "the assembly has no such tool");
            return await tool.CallAsync(arguments, new RemoteContext(call), call.Token).ConfigureAwait(false);
        }
        catch (ToolException e)
        {
            return ToolResult.Failure(new ToolError(e.Code, e.Message, e.Pointer));
        }
        catch (Exception e)
        {
            // The contract says that it does not throw; a tool written by hand may.
            return Failure(ToolErrorCodes.Internal, $"the tool failed with {e.GetType().Name}");
        }
    }

    private static ToolResult Failure(string code, string message) => ToolResult.Failure(new ToolError(code, message));
}
