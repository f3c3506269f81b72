using System;
using System.Collections.Generic;
using System.IO;

namespace ToolGen;

/// <summary>
/// Files under folders that the host granted by a logical name: <c>data/2025/a.csv</c> is <c>2025/a.csv</c> below the folder <c>data</c>.
/// Paths use <c>/</c>. Capabilities <c>read FOLDER/…</c> and <c>write FOLDER/…</c>.
/// </summary>
public interface IToolFiles
{
    /// <summary>The files that a pattern names, in ordinal order of their paths.</summary>
    /// <exception cref="ToolException"><c>not_found</c>: the pattern has no glob sign and the file is not there; <c>denied</c>; <c>limit</c>: more than 10,000 files.</exception>
    IReadOnlyList<ToolFile> Find(FilePattern pattern);

    /// <summary>Opens a file for reading, forwards. The stream holds no more than a buffer.</summary>
    /// <exception cref="ToolException"><c>not_found</c>, <c>denied</c> (outside the folder, a link out of it, a device), <c>limit</c>.</exception>
    Stream OpenRead(string path);

    /// <summary>Begins a set of output files that appear all together on <see cref="IToolOutputs.Commit"/>.</summary>
    IToolOutputs BeginWrite();
}

/// <summary>Outputs of one run, beside their targets until they are committed. Disposing what was not committed leaves nothing behind.</summary>
public interface IToolOutputs : IDisposable
{
    /// <summary>A new output. Its stream is closed by <see cref="Commit"/> or <see cref="IDisposable.Dispose"/> if the caller does not.</summary>
    /// <param name="path">Below a granted folder.</param>
    /// <param name="replace">Whether a file that is there is replaced; else it is the error <c>invalid_input</c>.</param>
    /// <exception cref="ToolException"><c>denied</c>, <c>limit</c>, <c>invalid_input</c>.</exception>
    Stream Create(string path, bool replace = true);

    /// <summary>Renames every output to its target. A failure undoes the renames done.</summary>
    void Commit();
}

/// <summary>A file that was found.</summary>
/// <param name="Path">Below its granted folder, without the folder's name: <c>2025/a.csv</c>.</param>
/// <param name="Granted">The granted folder's name: <c>data</c>.</param>
/// <param name="Length">Bytes.</param>
public sealed record ToolFile(string Path, string Granted, long Length)
{
    /// <summary>The last part: <c>a.csv</c>.</summary>
    public string Name => this.Path[(this.Path.LastIndexOf('/') + 1)..];

    /// <summary>The name without its extension: <c>a</c>.</summary>
    public string Stem => this.Name.LastIndexOf('.') is > 0 and var dot ? this.Name[..dot] : this.Name;

    /// <summary>With its dot: <c>.csv</c>; empty where there is none.</summary>
    public string Extension => this.Name.LastIndexOf('.') is > 0 and var dot ? this.Name[dot..] : "";

    /// <summary>What stands before the name, without the last slash: <c>2025</c>; empty at the root.</summary>
    public string Folder => this.Path.LastIndexOf('/') is >= 0 and var slash ? this.Path[..slash] : "";

    /// <summary>What <see cref="IToolFiles.OpenRead"/> takes: <c>data/2025/a.csv</c>.</summary>
    public string FullPath => this.Granted + "/" + this.Path;
}

/// <summary>A path in which some parts are patterns: values never become glob signs.</summary>
/// <param name="Parts">In order; joined they are the path.</param>
public sealed record FilePattern(params IReadOnlyList<FilePatternPart> Parts)
{
    /// <summary>Whether any part is a glob with a sign in it.</summary>
    public bool HasGlob
    {
        get
        {
            foreach (var part in this.Parts)
                if (part.IsGlob && part.Text.AsSpan().IndexOfAny("*?[") >= 0) return true;
            return false;
        }
    }

    /// <summary>A path that names one file.</summary>
    public static FilePattern Of(string path) => new(new FilePatternPart(path, false));

    /// <summary>The whole as one text, for messages.</summary>
    public override string ToString() => string.Concat(System.Linq.Enumerable.Select(this.Parts, part => part.Text));
}

/// <summary>A part of a <see cref="FilePattern"/>.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsGlob">Whether <c>*</c> (within a segment), <c>**</c> (any segments), <c>?</c> and <c>[…]</c> are signs in it.</param>
public readonly record struct FilePatternPart(string Text, bool IsGlob);
