// Opens a saved report; that it is a report is asked when the object of the named type already exists.
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vulnerable
{
    public interface IReport
    {
        string Title { get; }
    }

    public sealed record TableReport(string Title, string[][] Cells) : IReport;

    [McpServerToolType]
    public sealed class ReportTools
    {
        [McpServerTool(Name = "open_report"), Description("Opens a report that was saved as JSON.")]
        public string OpenReport(string saved)
        {
            var settings = new JsonSerializerSettings();
            settings.TypeNameHandling = TypeNameHandling.Objects;
            var opened = JsonConvert.DeserializeObject(saved, settings);
            if (opened is not IReport report) throw new McpException("This is not a report.");
            return report.Title;
        }
    }
}

namespace Fixed
{
    public interface IReport
    {
        string Title { get; }
    }

    public sealed record TableReport(string Title, string[][] Cells) : IReport;

    public sealed record TextReport(string Title, string Text) : IReport;

    [McpServerToolType]
    public sealed class ReportTools
    {
        [McpServerTool(Name = "open_report"), Description("Opens a report that was saved as JSON.")]
        public string OpenReport(string saved)
        {
            var json = JObject.Parse(saved);
            IReport? report = (string?)json["Kind"] switch
            {
                "table" => json.ToObject<TableReport>(),
                "text" => json.ToObject<TextReport>(),
                _ => null,
            };
            if (report is null) throw new McpException("This is not a report.");
            return report.Title;
        }
    }
}
