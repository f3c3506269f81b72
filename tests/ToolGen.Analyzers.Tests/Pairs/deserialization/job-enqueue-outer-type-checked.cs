// Enqueues a job; the type of the job itself is checked, the types named inside of it are not.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vulnerable
{
    public interface IJob
    {
        string Queue { get; }
    }

    public sealed class ExportJob : IJob
    {
        public string Queue => "export";

        public Dictionary<string, object> Options { get; set; } = [];
    }

    [McpServerToolType]
    public sealed class JobTools
    {
        private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto });

        [McpServerTool(Name = "enqueue_job"), Description("Enqueues a job.")]
        public string EnqueueJob(string job)
        {
            var json = JObject.Parse(job);
            var type = (string?)json["job"] == "export" ? typeof(ExportJob) : null;
            if (type is null || !typeof(IJob).IsAssignableFrom(type)) throw new McpException("There is no such job.");
            var made = (IJob)json["with"]!.ToObject(type, Serializer)!;
            return $"enqueued in {made.Queue}";
        }
    }
}

namespace Fixed
{
    public interface IJob
    {
        string Queue { get; }
    }

    public sealed class ExportJob : IJob
    {
        public string Queue => "export";

        public Dictionary<string, string> Options { get; set; } = [];
    }

    [McpServerToolType]
    public sealed class JobTools
    {
        private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings { MissingMemberHandling = MissingMemberHandling.Error });

        [McpServerTool(Name = "enqueue_job"), Description("Enqueues a job.")]
        public string EnqueueJob(string job)
        {
            var json = JObject.Parse(job);
            var type = (string?)json["job"] == "export" ? typeof(ExportJob) : null;
            if (type is null || !typeof(IJob).IsAssignableFrom(type)) throw new McpException("There is no such job.");
            var made = (IJob)json["with"]!.ToObject(type, Serializer)!;
            return $"enqueued in {made.Queue}";
        }
    }
}
