// Resumes a chat session from a token; the token is MessagePack that names its own types.
using System;
using System.Collections.Generic;
using MessagePack;
using ToolGen;

namespace Vulnerable
{
    public sealed class Session
    {
        public string Topic { get; set; } = "";

        public List<string> Turns { get; set; } = [];
    }

    public sealed class SessionTools
    {
        /// <summary>Resumes a session from the token that ended the last one.</summary>
        [Tool(Name = "resume_session")]
        public string Resume(string token, ToolContext context)
        {
            var bytes = Convert.FromBase64String(token);
            var session = MessagePackSerializer.Typeless.Deserialize(bytes) as Session;
            context.Log($"resumed, {bytes.Length} bytes");
            return session is null ? "The session has ended." : $"We spoke about {session.Topic}; {session.Turns.Count} turns.";
        }
    }
}

namespace Fixed
{
    [MessagePackObject]
    public sealed class Session
    {
        [Key(0)] public string Topic { get; set; } = "";

        [Key(1)] public List<string> Turns { get; set; } = [];
    }

    public sealed class SessionTools
    {
        private static readonly MessagePackSerializerOptions Options = MessagePackSerializerOptions.Standard.WithSecurity(MessagePackSecurity.UntrustedData);

        /// <summary>Resumes a session from the token that ended the last one.</summary>
        [Tool(Name = "resume_session")]
        public string Resume(string token, ToolContext context)
        {
            var bytes = Convert.FromBase64String(token);
            Session? session;
            try
            {
                session = MessagePackSerializer.Deserialize<Session>(bytes, Options);
            }
            catch (MessagePackSerializationException)
            {
                session = null;
            }

            context.Log($"resumed, {bytes.Length} bytes");
            return session is null ? "The session has ended." : $"We spoke about {session.Topic}; {session.Turns.Count} turns.";
        }
    }
}
