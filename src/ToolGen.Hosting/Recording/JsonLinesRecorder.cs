using System;
using System.Buffers;
using System.IO;
using System.Threading.Channels;
using System.Threading.Tasks;
using ToolGen.Hosting.Recording;

namespace ToolGen.Hosting;

/// <summary>
/// Records as JSON Lines at the end of a file. A call's answer waits until its record is queued; a thread of its own hands what is queued to the
/// system at once, so that the end of the process loses at most what came in the last moment. When the file cannot be written, <see cref="Fault"/> says so, for good.
/// </summary>
public sealed class JsonLinesRecorder : ICallRecorder, IAsyncDisposable
{
    private const int MaximumQueued = 10_000;

    private readonly Channel<CallRecord> queue = Channel.CreateBounded<CallRecord>(new BoundedChannelOptions(MaximumQueued) { SingleReader = true });
    private readonly FileStream file;
    private readonly FileStream mine;
    private readonly Task writing;
    private volatile string? fault;

    /// <param name="path">The file; made where there is none, and its folder.</param>
    /// <exception cref="IOException">It cannot be opened, or another host writes to it: beside it then lies <c>NAME.lock</c>.</exception>
    public JsonLinesRecorder(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);

        // Readers may look on everywhere; a second writer would write over the first.
        this.mine = new(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        this.file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        this.Path = path;
        this.writing = Task.Run(this.WriteAsync);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public string? Fault => this.fault;

    /// <inheritdoc/>
    public ValueTask RecordAsync(CallRecord record) => this.queue.Writer.TryWrite(record) ? default : this.WaitAsync(record);

    /// <summary>Writes what is queued, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        this.fault ??= "the recorder is closed";
        this.queue.Writer.TryComplete();
        await this.writing.ConfigureAwait(false);
        await this.file.DisposeAsync().ConfigureAwait(false);
        await this.mine.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask WaitAsync(CallRecord record)
    {
        try
        {
            await this.queue.Writer.WriteAsync(record).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            // Whoever closed it has said why: Fault stops the next call.
        }
    }

    private async Task WriteAsync()
    {
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            while (await this.queue.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                while (buffer.WrittenCount < 1 << 16 && this.queue.Reader.TryRead(out var record)) RecordText.Write(buffer, record);
                await this.file.WriteAsync(buffer.WrittenMemory).ConfigureAwait(false);
                buffer.ResetWrittenCount();
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            this.fault = $"{this.Path} cannot be written: {e.Message}";
            this.queue.Writer.TryComplete();
        }
    }
}
