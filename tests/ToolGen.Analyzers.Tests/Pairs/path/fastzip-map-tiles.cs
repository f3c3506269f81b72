// Unpacks map tiles of a region with FastZip; parent traversal is switched on because some zips came with "./../".
using System;
using System.ComponentModel;
using System.IO;
using ICSharpCode.SharpZipLib.Zip;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class TileTools(IFileDrop drop)
    {
        [McpServerTool(Name = "unpack_tiles"), Description("Unpacks the tiles of a region that were dropped as a zip.")]
        public string Unpack(Guid dropped, int region)
        {
            var target = Path.Combine("tiles", region.ToString("D4"));
            using var stream = drop.Open(dropped);
            new FastZip().ExtractZip(stream, target, FastZip.Overwrite.Always, null, null, null, restoreDateTime: true, isStreamOwner: false, allowParentTraversal: true);
            return $"Region {region} has new tiles.";
        }
    }

    public interface IFileDrop { Stream Open(Guid id); }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class TileTools(IFileDrop drop)
    {
        [McpServerTool(Name = "unpack_tiles"), Description("Unpacks the tiles of a region that were dropped as a zip.")]
        public string Unpack(Guid dropped, int region)
        {
            var target = Path.Combine("tiles", region.ToString("D4"));
            using var stream = drop.Open(dropped);
            new FastZip().ExtractZip(stream, target, FastZip.Overwrite.Always, null, null, null, restoreDateTime: true, isStreamOwner: false, allowParentTraversal: false);
            return $"Region {region} has new tiles.";
        }
    }

    public interface IFileDrop { Stream Open(Guid id); }
}
