using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Mail;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Net.WebSockets;

namespace ToolGen.TestSupport.Escape;

/// <summary>Networks and names, by every interface that .NET has for them.</summary>
internal static class NetworkAttempts
{
    private const string Network = "network", Names = "names";
    private static readonly (int X64, int Arm64) NewSocket = (41, 198), Pair = (53, 199), SendTo = (44, 206);

    public static Attempt[] All { get; } =
    [
        new(Network, "connect", world => Connected(world.Port).Dispose()),
        new(Network, "connect over IPv6", world => new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp).Dispose()),
        new(Network, "connect by HTTP", async world =>
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            (await client.GetAsync(new Uri($"http://127.0.0.1:{world.Port}/"), world.Token)).Dispose();
        }),
        new(Network, "connect by a web socket", async world =>
        {
            using var socket = new ClientWebSocket();
            try
            {
                await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{world.Port}/"), world.Token);
            }
            catch (WebSocketException e) when (e.InnerException is null or IOException || e.WebSocketErrorCode == WebSocketError.NotAWebSocket)
            {
                // It was answered, by what is no web socket.
            }
        }),
        new(Network, "send a mail", async world =>
        {
            using var client = new SmtpClient("127.0.0.1", world.Port);
            try
            {
                await client.SendMailAsync(new MailMessage("a@example.invalid", "b@example.invalid"), world.Token);
            }
            catch (SmtpException e) when (e.InnerException is null or FormatException or IOException { InnerException: null })
            {
                // It was answered, by what sends no mail.
            }
        }),
        new(Network, "bind a port", world => Bound().Dispose()),
        new(Network, "listen", world => Listening().Stop()),
        new(Network, "send a datagram", world =>
        {
            using var client = new UdpClient(AddressFamily.InterNetwork);
            client.Send([1], new IPEndPoint(IPAddress.Loopback, world.Port));
        }),
        new(Network, "ping", world =>
        {
            using var ping = new Ping();
            if (ping.Send(IPAddress.Loopback, 1_000).Status != IPStatus.Success) throw new PingException("no answer");
        }),
        new(Network, "raw socket", world => Kernel.Try(NewSocket, 2, 3, 1)),
        new(Network, "socket of packets", world => Kernel.Try(NewSocket, 17, 3, 0)),
        new(Network, "socket to the kernel", world => Kernel.Try(NewSocket, 16, 3, 0)),
        new(Network, "socket to the machine below", world => Kernel.Try(NewSocket, 40, 1, 0)),
        new(Network, "local socket", world => new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified).Dispose()),
        new(Network, "local socket without a file", world =>
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Bind(new UnixDomainSocketEndPoint("\0" + AttemptWorld.Prefix));
        }),
        new(Network, "pair of sockets", world => Kernel.Try(Pair, 1, 1, 0, Kernel.Buffer)),
        new(Network, "send on the pipe as on a socket", world => Kernel.Try(SendTo, 1, Kernel.Buffer, 1)),
        new(Network, "see the machine's addresses", world => _ = NetworkInterface.GetAllNetworkInterfaces().Length > 1 ? 0 : throw new NetworkInformationException()),
        new(Names, "ask a server for a name", world =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.SendTo([0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, (byte)'a', 0, 0, 1, 0, 1], new IPEndPoint(IPAddress.Loopback, world.Port));
        }),
        new(Names, "ask for a name", world =>
        {
            try
            {
                Dns.GetHostAddresses("a." + AttemptWorld.Prefix + ".invalid");
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.HostNotFound)
            {
                // Somebody was asked, and knows that there is none.
            }
        }),
    ];

    private static TcpClient Connected(int port)
    {
        var client = new TcpClient(AddressFamily.InterNetwork);
        client.Connect(IPAddress.Loopback, port);
        return client;
    }

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static TcpListener Listening()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }
}
