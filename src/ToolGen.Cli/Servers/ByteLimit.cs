using System.IO;
using System.Threading;

namespace ToolGen.Cli.Servers;

/// <summary>The bytes of one conversation, over however many streams.</summary>
internal sealed class ByteLimit
{
    private const long Most = 64L << 20;

    private long read;

    /// <returns>The same.</returns>
    /// <exception cref="IOException">There are more.</exception>
    public int Count(int count) => Interlocked.Add(ref this.read, count) <= Most ? count : throw new IOException($"more than {Most >> 20} MiB");
}
