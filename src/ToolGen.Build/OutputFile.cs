using System.IO;
using System.Text;

namespace ToolGen.Build;

/// <summary>A file that a build makes: touched only when its bytes change, so that nothing behind it runs again for nothing.</summary>
internal static class OutputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Makes the file hold a text, or not be there where the text is null.</summary>
    public static void Write(string path, string? text)
    {
        if (text is null)
        {
            File.Delete(path);
            return;
        }

        if (File.Exists(path) && File.ReadAllText(path, Utf8) == text) return;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // Written beside and moved, so that a build that is stopped leaves the old file or the new one.
        var beside = path + ".new";
        File.WriteAllText(beside, text, Utf8);
        File.Delete(path);
        File.Move(beside, path);
    }
}
