// Lists a bucket's objects; access key and secret key of the object store are fields of a static class.
using System;
using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface IObjectStore
    {
        Task<string[]> ListAsync(string bucket, string prefix, string accessKeyId, string secretAccessKey);
    }

    internal static class Cloud
    {
        public static string Region = "eu-example-1";
        public static string AccessKeyId = "AKIARQQWKVXQU6DPCM";
        public static string SecretAccessKey = "KAoG0FfTmMfvl1vCmw/RM7XvC5gsHrot0w0s+z";
    }

    [McpServerToolType]
    public class BucketTools(IObjectStore store)
    {
        [McpServerTool(ReadOnly = true), Description("Lists the reports of a year.")]
        public Task<string[]> ListReports(int year) =>
            store.ListAsync("reports", $"{year}/", Cloud.AccessKeyId, Cloud.SecretAccessKey);
    }
}

namespace Fixed
{
    public interface IObjectStore
    {
        Task<string[]> ListAsync(string bucket, string prefix, string accessKeyId, string secretAccessKey);
    }

    internal static class Cloud
    {
        public const string Region = "eu-example-1";
        public const string AccessKeyId = "Cloud:AccessKeyId";
        public const string SecretAccessKey = "Cloud:SecretAccessKey";
        public const string BucketOwner = "acct-70c1a9d2-6b6e-4b0f-8a55-0d7f6f0c3a11";
    }

    [McpServerToolType]
    public class BucketTools(IObjectStore store, IConfiguration configuration)
    {
        [McpServerTool(ReadOnly = true), Description("Lists the reports of a year.")]
        public Task<string[]> ListReports(int year) =>
            store.ListAsync("reports", $"{year}/", Need(Cloud.AccessKeyId), Need(Cloud.SecretAccessKey));

        private string Need(string name) =>
            configuration[name] is { Length: > 0 } value ? value : throw new InvalidOperationException("Missing setting " + name);
    }
}
