// Tells the size of a file that a supplier delivers by FTP; server and path are joined from arguments.
using System;
using System.ComponentModel;
using System.IO;
using System.Net;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

#pragma warning disable SYSLIB0014
namespace Vulnerable
{
    [McpServerToolType]
    public static class DeliveryTools
    {
        [McpServerTool, Description("Size of a delivered file in bytes.")]
        public static async Task<long> DeliverySize(string server, string file)
        {
            var request = (FtpWebRequest)WebRequest.Create(string.Format("ftp://{0}/incoming/{1}", server, file));
            request.Method = WebRequestMethods.Ftp.GetFileSize;
            using var response = (FtpWebResponse)await request.GetResponseAsync();
            return response.ContentLength;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class DeliveryTools
    {
        private static readonly Uri Incoming = new("ftp://supplier.example.org/incoming/");

        [McpServerTool, Description("Size of a delivered file in bytes.")]
        public static async Task<long> DeliverySize([Description("Delivery number")] int number, DateOnly day)
        {
            var name = $"delivery-{day:yyyyMMdd}-{number:D6}.csv";
            var request = (FtpWebRequest)WebRequest.Create(new Uri(Incoming, name));
            request.Method = WebRequestMethods.Ftp.GetFileSize;
            using var response = (FtpWebResponse)await request.GetResponseAsync();
            return response.ContentLength;
        }
    }
}
