// Renders a mail from a template of the shop; the template's name is interpolated into the path.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Net;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class MailTemplates
    {
        [McpServerTool(Name = "preview_mail", ReadOnly = true), Description("Shows a mail as a customer would see it.")]
        public string Preview(string template, Dictionary<string, string> values)
        {
            var html = File.ReadAllText($"templates/{template}");
            foreach (var (key, value) in values) html = html.Replace("{{" + key + "}}", WebUtility.HtmlEncode(value));
            return html;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class MailTemplates
    {
        [McpServerTool(Name = "preview_mail", ReadOnly = true), Description("Shows a mail as a customer would see it.")]
        public string Preview(string template, Dictionary<string, string> values)
        {
            var file = template switch
            {
                "welcome" => "welcome.html",
                "order-confirmed" => "order-confirmed.html",
                "parcel-sent" => "parcel-sent.html",
                _ => throw new ArgumentOutOfRangeException(nameof(template), "Templates: welcome, order-confirmed, parcel-sent."),
            };
            var html = File.ReadAllText($"templates/{file}");
            foreach (var (key, value) in values) html = html.Replace("{{" + key + "}}", WebUtility.HtmlEncode(value));
            return html;
        }
    }
}
