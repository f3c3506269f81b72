using System;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ToolGen.Forge.Inspection;

/// <summary>Where methods were written, from the debug information inside the image. It decides nothing: without it a refusal has no line.</summary>
internal sealed class DebugSites : IDisposable
{
    private readonly MetadataReaderProvider? provider;
    private readonly MetadataReader? reader;

    private DebugSites(MetadataReaderProvider? provider)
    {
        this.provider = provider;
        this.reader = provider?.GetMetadataReader();
    }

    public static DebugSites Open(PEReader pe)
    {
        try
        {
            var entry = pe.ReadDebugDirectory().FirstOrDefault(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
            return new(entry.DataSize == 0 ? null : pe.ReadEmbeddedPortablePdbDebugDirectoryData(entry));
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException or System.IO.IOException or ArgumentException)
        {
            return new(null);
        }
    }

    /// <summary>The line that an instruction belongs to; null where there is none.</summary>
    public SourceSite? Find(MethodDefinitionHandle method, int offset)
    {
        if (this.reader is null) return null;
        try
        {
            var information = this.reader.GetMethodDebugInformation(method.ToDebugInformationHandle());
            SequencePoint? found = null;
            foreach (var point in information.GetSequencePoints())
                if (point.Offset <= offset || found is null) found = point;
            return found is { IsHidden: false } site
                ? new(this.reader.GetString(this.reader.GetDocument(site.Document).Name), site.StartLine, site.StartColumn, site.EndLine, site.EndColumn)
                : null;
        }
        catch (Exception e) when (e is BadImageFormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    public void Dispose() => this.provider?.Dispose();
}
