using System.Collections.Generic;

namespace ToolGen.Sandbox.Protocol;

/// <summary>Patterns and found files in a frame.</summary>
internal static class FileFields
{
    public static void Write(FrameWriter writer, FilePattern pattern)
    {
        writer.Int(pattern.Parts.Count);
        foreach (var part in pattern.Parts) writer.Text(part.Text).Bool(part.IsGlob);
    }

    public static FilePattern ReadPattern(ref FrameReader reader)
    {
        var parts = new FilePatternPart[reader.Count(5, FrameReader.Object)];
        for (var i = 0; i < parts.Length; i++) parts[i] = new(reader.Text(), reader.Bool());
        return new(parts);
    }

    public static void Write(FrameWriter writer, IReadOnlyList<ToolFile> files)
    {
        writer.Int(files.Count);
        foreach (var file in files) writer.Text(file.Path).Text(file.Granted).Long(file.Length);
    }

    public static ToolFile[] ReadFiles(ref FrameReader reader)
    {
        var files = new ToolFile[reader.Count(16, FrameReader.Object)];
        for (var i = 0; i < files.Length; i++) files[i] = new(reader.Text(), reader.Text(), reader.Long());
        return files;
    }
}
