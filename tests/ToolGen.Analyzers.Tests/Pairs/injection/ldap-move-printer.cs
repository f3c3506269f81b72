// Moves a printer's entry to another site; names of printer and site are composed into DNs with filter escaping, which is not DN escaping.
using System;
using System.ComponentModel;
using System.DirectoryServices.Protocols;
using System.Text;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class PrinterTools
    {
        private readonly LdapConnection connection;

        public PrinterTools(LdapConnection connection) => this.connection = connection;

        [McpServerTool, Description("Moves a printer to another site.")]
        public string MovePrinter(string printer, string site)
        {
            string from = $"cn={Clean(printer)},ou=printers,dc=example,dc=com";
            string parent = $"ou={Clean(site)},ou=sites,dc=example,dc=com";
            var response = connection.SendRequest(new ModifyDNRequest(from, parent, "cn=" + Clean(printer)));
            return response.ResultCode.ToString();
        }

        private static string Clean(string s) => s.Replace("(", "\\28").Replace(")", "\\29").Replace("*", "\\2a");
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class PrinterTools
    {
        private readonly LdapConnection connection;

        public PrinterTools(LdapConnection connection) => this.connection = connection;

        [McpServerTool, Description("Moves a printer to another site.")]
        public string MovePrinter(string printer, string site)
        {
            string from = $"cn={Rdn(printer)},ou=printers,dc=example,dc=com";
            string parent = $"ou={Rdn(site)},ou=sites,dc=example,dc=com";
            var response = connection.SendRequest(new ModifyDNRequest(from, parent, "cn=" + Rdn(printer)));
            return response.ResultCode.ToString();
        }

        private static string Rdn(string value)
        {
            if (value.Length is 0 or > 64) throw new ArgumentException("A name has 1 to 64 characters.");
            var sb = new StringBuilder();
            for (int i = 0; i < value.Length; i++)
            {
                char c = value[i];
                bool edge = (i == 0 && c is ' ' or '#') || (i == value.Length - 1 && c == ' ');
                if (char.IsControl(c)) throw new ArgumentException("A name has no control characters.");
                if (edge || c is ',' or '+' or '"' or '\\' or '<' or '>' or ';' or '=') sb.Append('\\').Append(c);
                else sb.Append(c);
            }

            return sb.ToString();
        }
    }
}
