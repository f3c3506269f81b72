// Tells the version of an audio codec; the native library that is loaded is named by the caller.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate uint CodecVersion();

    [McpServerToolType]
    public static class CodecTools
    {
        [McpServerTool(Name = "codec_version"), Description("Version of an audio codec.")]
        public static string Version([Description("Library of the codec, such as opus")] string codec)
        {
            if (!NativeLibrary.TryLoad(codec, out var library) && !NativeLibrary.TryLoad("lib" + codec + ".so", out library))
            {
                throw new McpException("There is no such codec.");
            }

            var version = Marshal.GetDelegateForFunctionPointer<CodecVersion>(NativeLibrary.GetExport(library, "codec_version"));
            return version().ToString();
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class CodecTools
    {
        [McpServerTool(Name = "codec_version"), Description("Version of an audio codec: opus, vorbis or flac.")]
        public static string Version([Description("The codec")] string codec)
        {
            var file = codec switch
            {
                "opus" => "opus.dll",
                "vorbis" => "vorbis.dll",
                "flac" => "flac.dll",
                _ => throw new McpException("There is no such codec."),
            };
            var path = Path.Combine(AppContext.BaseDirectory, "codecs", file);
            return File.Exists(path) ? FileVersionInfo.GetVersionInfo(path).FileVersion ?? "unknown" : "not installed";
        }
    }
}
