using System.Collections.Immutable;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules;

/// <summary>Which file or folder is read, written, listed, linked to or deleted.</summary>
internal sealed class PathRule : FlowRule
{
    private const string Names =
        "path|sourceFileName|destFileName|sourceDirName|destDirName|destinationFileName|destinationBackupFileName|linkPath|pathToTarget|fileName|filename|archiveFileName|sourceArchiveFileName"
        + "|destinationArchiveFileName|sourceDirectoryName|destinationDirectoryName|certPemFilePath|keyPemFilePath|zipFileName|targetDirectory|sourceDirectory|destinationDirectory";

    private static readonly Sink Place = new(Danger.Path, FindingCatalog.PathFromInput, null) { From = (Source.ArchiveEntry, FindingCatalog.PathFromArchive) };

    /// <inheritdoc/>
    public override ImmutableArray<FindingDescriptor> Findings => [FindingCatalog.PathFromInput, FindingCatalog.PathFromArchive];

    /// <inheritdoc/>
    public override void Describe(FlowModel model)
    {
        Files(model);
        Infos(model);
        foreach (var type in new[] { "System.IO.FileStream", "System.IO.StreamReader", "System.IO.StreamWriter", "System.IO.FileSystemWatcher", "Microsoft.VisualBasic.FileIO.TextFieldParser", "ICSharpCode.SharpZipLib.Zip.ZipFile", "System.Security.Cryptography.X509Certificates.X509Certificate" })
            model.Sink(Place, type, ".ctor", "path|name|fileName");
        model.Sink(Place, "System.IO.FileSystemWatcher", "Path");
        model.Sink(Place, "Microsoft.Extensions.FileProviders.PhysicalFileProvider", ".ctor", "root");
        foreach (var type in new[] { "System.Xml.XmlDocument", "System.Xml.Linq.XDocument", "System.Xml.Linq.XElement" })
        {
            model.Sink(Place, type, "Load", "filename|uri");
            model.Sink(Place, type, "Save", "filename|fileName");
        }

        model.Sink(Place, "System.Xml.XmlReader", "Create", "inputUri");
        model.Sink(Place, "System.Xml.XmlWriter", "Create", "outputFileName");
        model.Sink(Place, "System.Xml.XmlTextReader", ".ctor", "url");
        model.Sink(Place, "System.Xml.XmlTextWriter", ".ctor", "filename");
        model.Sink(Place, "System.Xml.XPath.XPathDocument", ".ctor", "uri");
        foreach (var member in new[] { ".ctor", "ConnectionString" }) model.Sink(Place, "Microsoft.Data.Sqlite.SqliteConnection", member, "connectionString");
        model.Sink(Place, "Microsoft.Data.Sqlite.SqliteConnectionStringBuilder", "DataSource");
        model.Clears(Danger.Path, "System.Data.Common.DbConnectionStringBuilder", "ConnectionString");
        model.Clears(Danger.Path, "System.Data.Common.DbConnectionStringBuilder", "ToString");
        model.Clears(Danger.Path, "System.IO.Compression.ZipArchiveEntry", "Name");
        model.Clears(Danger.Path, "System.IO.FileSystemInfo", "Name");
        model.Clears(Danger.Path, "System.IO.FileSystemInfo", "Extension");
        model.Checks(Danger.PathRooted, "System.IO.Path", "IsPathRooted", "path", outcome: false);
    }

    private static void Files(FlowModel model)
    {
        // Whether something is there at all is asked before it is refused.
        bool IsUse(SinkSite call) => call.Member.Name is not ("Exists" or "GetFullPath");
        foreach (var type in new[]
        {
            "System.IO.File", "System.IO.Directory", "System.IO.MemoryMappedFiles.MemoryMappedFile", "System.IO.Compression.ZipFile", "System.IO.Compression.ZipFileExtensions", "System.Formats.Tar.TarFile", "System.Formats.Tar.TarEntry",
            "System.Security.Cryptography.X509Certificates.X509CertificateLoader", "System.Security.Cryptography.X509Certificates.X509Certificate2", "System.Data.DataSet", "System.Data.DataTable", "ICSharpCode.SharpZipLib.Zip.FastZip",
            "Microsoft.VisualBasic.FileIO.FileSystem", "SharpCompress.Archives.IArchiveEntryExtensions", "SharpCompress.Readers.IReaderExtensions",
        })
            model.Sink(Place with { When = IsUse }, type, "*", Names);
        model.Sink(new(Danger.Path, FindingCatalog.PathFromArchive, call => call["allowParentTraversal"].Constant is true) { Reads = Source.ArchiveEntry }, "ICSharpCode.SharpZipLib.Zip.FastZip", "ExtractZip");
        foreach (var type in new[] { "System.IO.Directory", "System.IO.DirectoryInfo" })
            model.Sink(new(Danger.PathUp, FindingCatalog.PathFromInput, null), type, "*", "searchPattern");
    }

    private static void Infos(FlowModel model)
    {
        foreach (var member in new[]
        {
            "AppendText", "CopyTo", "Create", "CreateText", "Delete", "MoveTo", "Open", "OpenRead", "OpenText", "OpenWrite", "Replace", "CreateAsSymbolicLink", "CreateSubdirectory",
            "EnumerateFiles", "EnumerateDirectories", "EnumerateFileSystemInfos", "GetFiles", "GetDirectories", "GetFileSystemInfos", "set_Attributes", "set_IsReadOnly",
        })
            model.Sink(Place, "System.IO.FileSystemInfo", member, "this|" + Names);
    }
}
