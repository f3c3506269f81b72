// Counts the tasks of a process model; the resolver is taken away from the document once it is loaded.
using System;
using System.ComponentModel;
using System.IO;
using System.Text;
using System.Xml;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class ProcessTools
    {
        [McpServerTool(Name = "count_tasks"), Description("Counts the tasks of a process model.")]
        public static int CountTasks(string model)
        {
            XmlDocument document = new() { XmlResolver = new XmlUrlResolver() };
            try
            {
                using var stream = new MemoryStream(Encoding.UTF8.GetBytes(model));
                document.Load(stream);
            }
            finally
            {
                document.XmlResolver = null;
            }

            return document.SelectNodes("//*[local-name() = 'task']")!.Count;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class ProcessTools
    {
        [McpServerTool(Name = "count_tasks"), Description("Counts the tasks of a process model.")]
        public static int CountTasks(string model)
        {
            XmlDocument document = new();
            document.XmlResolver = null;
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(model));
            document.Load(stream);
            return document.SelectNodes("//*[local-name() = 'task']")!.Count;
        }
    }
}
