// Counts the pages of a document by automating a program; the program's id is free, so a scripting host can be started as well.
using System;
using System.ComponentModel;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Runtime.Versioning;
using System.Xml;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    [SupportedOSPlatform("windows")]
    public sealed class AutomationTools
    {
        [McpServerTool(Name = "automation_call"), Description("Calls a method of an office application, such as Word.Application.")]
        public string Call(string application, string method, string[] arguments)
        {
            Type? type = Type.GetTypeFromProgID(application, throwOnError: false);
            if (type is null) return $"{application} is not installed.";

            object instance = Activator.CreateInstance(type)!;
            object? result = type.InvokeMember(method, BindingFlags.InvokeMethod, binder: null, instance, [.. arguments]);
            return result?.ToString() ?? "done";
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class AutomationTools
    {
        private static readonly string Documents = Path.Combine(AppContext.BaseDirectory, "documents");

        [McpServerTool(Name = "document_pages", ReadOnly = true), Description("Counts the pages of a document (.docx).")]
        public string CountPages([Description("Id of the document")] Guid document)
        {
            var path = Path.Combine(Documents, document.ToString("N") + ".docx");
            if (!File.Exists(path)) return "There is no such document.";

            using var package = ZipFile.OpenRead(path);
            if (package.GetEntry("docProps/app.xml") is not { Length: < 1_000_000 } entry) return "unknown";

            using var stream = entry.Open();
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = 1_000_000 });
            return reader.ReadToFollowing("Pages") ? reader.ReadElementContentAsString() : "unknown";
        }
    }
}
