// Keeps notes of sessions; a session is known by a handle of the collector that the caller hands back as a number.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.InteropServices;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed class Session
    {
        public List<string> Notes { get; } = [];
    }

    [McpServerToolType]
    public static class SessionTools
    {
        [McpServerTool(Name = "open_session"), Description("Opens a session and returns its handle.")]
        public static long Open() => GCHandle.ToIntPtr(GCHandle.Alloc(new Session()));

        [McpServerTool(Name = "add_note"), Description("Adds a note to a session.")]
        public static int Add(long handle, string note)
        {
            var session = (Session)GCHandle.FromIntPtr((IntPtr)handle).Target!;
            session.Notes.Add(note);
            return session.Notes.Count;
        }

        [McpServerTool(Name = "close_session"), Description("Closes a session.")]
        public static void Close(long handle) => GCHandle.FromIntPtr((IntPtr)handle).Free();
    }
}

namespace Fixed
{
    public sealed class Session
    {
        public List<string> Notes { get; } = [];
    }

    [McpServerToolType]
    public static class SessionTools
    {
        private static readonly ConcurrentDictionary<Guid, Session> Sessions = new();

        [McpServerTool(Name = "open_session"), Description("Opens a session and returns its id.")]
        public static Guid Open()
        {
            if (Sessions.Count >= 100) throw new McpException("Too many sessions are open.");
            var id = Guid.NewGuid();
            Sessions[id] = new Session();
            return id;
        }

        [McpServerTool(Name = "add_note"), Description("Adds a note to a session.")]
        public static int Add(Guid id, string note)
        {
            if (!Sessions.TryGetValue(id, out var session)) throw new McpException("There is no such session.");
            lock (session)
            {
                if (session.Notes.Count < 1000) session.Notes.Add(note);
                return session.Notes.Count;
            }
        }

        [McpServerTool(Name = "close_session"), Description("Closes a session.")]
        public static bool Close(Guid id) => Sessions.TryRemove(id, out _);
    }
}
