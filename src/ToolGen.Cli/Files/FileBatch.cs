using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;

namespace ToolGen.Cli.Files;

/// <summary>
/// Files that are written together. Each is first written whole under a temporary name beside its target, then all are renamed, so that
/// every file is at any time the old or the new one. What is not committed leaves no trace.
/// </summary>
internal sealed class FileBatch : IDisposable
{
    /// <summary>The end of a temporary file's name.</summary>
    public const string TemporaryExtension = ".toolgen-tmp";

    private readonly List<(string Temporary, string Target)> files = [];

    /// <summary>Writes the new content beside its target. A link is followed: what it leads to is replaced, not the link.</summary>
    /// <exception cref="OutputException">It can't be written.</exception>
    public void Add(string path, string text) => this.Add(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));

    /// <inheritdoc cref="Add(string, string)"/>
    public void Add(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            var target = Path.GetFullPath(File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path);
            var folder = Path.GetDirectoryName(target)!;
            Directory.CreateDirectory(folder);
            var temporary = Path.Combine(folder, "." + Guid.NewGuid().ToString("n") + TemporaryExtension);
            this.files.Add((temporary, target));
            using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
            stream.Write(content);
            stream.Flush(flushToDisk: true);
            if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"cannot write {path}: {e.Message}");
        }
    }

    /// <summary>Puts everything in its place.</summary>
    /// <exception cref="OutputException">A file can't be replaced; those before it are new, it and those behind it are as they were.</exception>
    public void Commit(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var (temporary, target) in this.files)
        {
            try
            {
                File.Move(temporary, target, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new OutputException($"cannot write {target}: {e.Message}");
            }
        }
    }

    public void Dispose()
    {
        foreach (var (temporary, _) in this.files)
        {
            try
            {
                File.Delete(temporary);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"toolgen: left behind {temporary}: {e.Message}");
            }
        }
    }
}
