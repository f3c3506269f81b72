using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ToolGen.Cli.Terminals;

/// <summary><c>CONIN$</c> and <c>CONOUT$</c>: the console that this process is attached to.</summary>
internal sealed partial class WindowsTerminal : ITerminalLines
{
    private const uint ReadWrite = 0xC0000000;
    private const uint ShareBoth = 3;
    private const uint OpenExisting = 3;
    private const uint Echo = 0x4;

    private readonly SafeFileHandle input = Open("CONIN$");
    private readonly SafeFileHandle output = Open("CONOUT$");
    private readonly FileStream reader;
    private readonly FileStream writer;

    public WindowsTerminal()
    {
        this.reader = new(this.input, FileAccess.Read, bufferSize: 0);
        this.writer = new(this.output, FileAccess.Write, bufferSize: 0);
    }

    public void Write(ReadOnlySpan<byte> text) => this.writer.Write(text);

    public int ReadLine(Span<byte> line)
    {
        for (var count = 0; count < line.Length; count++)
        {
            if (this.reader.Read(line.Slice(count, 1)) == 0) return -1;
            if (line[count] == (byte)'\n') return count > 0 && line[count - 1] == (byte)'\r' ? count - 1 : count;
        }

        return -1;
    }

    public IDisposable Hide()
    {
        if (!GetConsoleMode(this.input, out var before) || !FlushConsoleInputBuffer(this.input) || !SetConsoleMode(this.input, before & ~Echo)) throw new IOException("it is no console");
        return new Shown(() => SetConsoleMode(this.input, before));
    }

    public void Dispose()
    {
        this.reader.Dispose();
        this.writer.Dispose();
    }

    private static SafeFileHandle Open(string name)
    {
        var handle = CreateFileW(name, ReadWrite, ShareBoth, 0, OpenExisting, 0, 0);
        return handle.IsInvalid ? throw new IOException($"no {name}") : handle;
    }

#pragma warning disable TG3121 // .NET hides what is typed on standard input alone, which a program may have written
    [LibraryImport("kernel32", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    private static partial SafeFileHandle CreateFileW(string name, uint access, uint share, nint security, uint disposition, uint flags, nint template);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetConsoleMode(SafeFileHandle console, out uint mode);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetConsoleMode(SafeFileHandle console, uint mode);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool FlushConsoleInputBuffer(SafeFileHandle console);
#pragma warning restore TG3121

    private sealed class Shown(Action show) : IDisposable
    {
        public void Dispose() => show();
    }
}
