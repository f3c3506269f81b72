using System;
using System.IO;
using System.Runtime.InteropServices;

namespace ToolGen.Cli.Terminals;

/// <summary><c>/dev/tty</c>: the terminal that controls this process.</summary>
internal sealed partial class UnixTerminal : ITerminalLines
{
    // Larger than termios on any system.
    private const int SettingsBytes = 256;
    private const int AfterFlush = 2;
    private const uint Echo = 0x8;

    private readonly FileStream device = new("/dev/tty", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);

    // Where the local modes stand: behind three words, of 4 bytes on Linux and 8 on macOS.
    private static int LocalModes => OperatingSystem.IsMacOS() ? 24 : 12;

    private int File => (int)this.device.SafeFileHandle.DangerousGetHandle();

    public void Write(ReadOnlySpan<byte> text) => this.device.Write(text);

    public int ReadLine(Span<byte> line)
    {
        for (var count = 0; count < line.Length; count++)
        {
            if (this.device.Read(line.Slice(count, 1)) == 0) return -1;
            if (line[count] == (byte)'\n') return count;
        }

        return -1;
    }

    public IDisposable Hide()
    {
        var before = new byte[SettingsBytes];
        if (tcgetattr(this.File, before) != 0) throw new IOException("it is no terminal");
        var hidden = (byte[])before.Clone();
        var modes = BitConverter.ToUInt32(hidden, LocalModes) & ~Echo;
        BitConverter.TryWriteBytes(hidden.AsSpan(LocalModes), modes);
        if (tcsetattr(this.File, AfterFlush, hidden) != 0) throw new IOException("it can't be told to hide what is typed");
        return new Shown(() => _ = tcsetattr(this.File, AfterFlush, before));
    }

    public void Dispose() => this.device.Dispose();

#pragma warning disable TG3121, SA1300, IDE1006 // .NET hides what is typed on standard input alone, which a program may have written
    [LibraryImport("libc", SetLastError = true)]
    private static partial int tcgetattr(int file, byte[] settings);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int tcsetattr(int file, int when, byte[] settings);
#pragma warning restore TG3121, SA1300, IDE1006

    private sealed class Shown(Action show) : IDisposable
    {
        public void Dispose() => show();
    }
}
