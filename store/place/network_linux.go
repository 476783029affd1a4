package place

import "syscall"

// networkDrives are the file systems whose files lie on another computer, by the
// numbers that Linux gives them.
var networkDrives = map[uint32]string{0x6969: "NFS", 0x517B: "SMB", 0xFF534D42: "SMB", 0xFE534D42: "SMB", 0x01021997: "9P", 0x5346414F: "AFS", 0x00C36400: "Ceph", 0x65735546: "FUSE"}

// networkDrive names the kind of a drive over the network, "" for one that is here.
func networkDrive(dir string) string {
	var st syscall.Statfs_t
	if syscall.Statfs(dir, &st) != nil {
		return ""
	}
	return networkDrives[uint32(st.Type)]
}
