using System.IO;
using System.Threading;

namespace ToolGen.Cli.Servers;

/// <summary>The bytes of one conversation, over however many streams.</summary>
internal sealed class ByteLimit(long most = 64L << 20)
{
    private long read;

    /// <returns>The same.</returns>
    /// <exception cref="IOException">There are more.</exception>
    public int Count(int count) => Interlocked.Add(ref this.read, count) <= most ? count : throw new IOException($"more than {most >> 20} MiB");
}
